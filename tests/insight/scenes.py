"""Texts of invented petitions, and cases of them in the index."""

from typing import Any

from cases.models import Case
from insight.repeats.indexing import count_grams, index_texts
from organizations.journal.chaining import sequence_all
from tests.cast import Cast, register

BRIDGE = "柳浪镇东溪村村口的石桥今年六月被大水冲断一半，孩子上学要绕行七里，请求修桥。"
AGAIN = "您好：东溪村村口的石桥，今年六月被大水冲断一半，到现在没有人管，孩子们上学都要绕行七里路。"
WATER = "南苑街道梧桐小区三号楼自来水发黄有异味，物业说管道老化，居民要求检测水质。"


def indexed(cast: Cast, *texts: str, **changes: Any) -> list[Case]:
    """Register cases of these texts, and let the worker sketch them."""
    cases = [register(cast, content=text, **{"demands": (), **changes}) for text in texts]
    take_up()
    return cases


def take_up() -> None:
    """Do what the worker does every minute and every night."""
    sequence_all()
    index_texts()
    count_grams()
