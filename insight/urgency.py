"""Signs that a matter does not wait: facts of the matter in the words of the text, each with its passage. Never about the person.

What somebody says of himself, whether he came before, where he might go: nothing of that is a sign. No Django.
"""

import re
from dataclasses import dataclass

from insight.passages import passage_of

# A sign, and how texts say it; what lies long ago or is only feared is for the reader of the passage to tell.
_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "燃气、用电危险",
        r"(?:燃气|煤气|天然气|液化气)[^，。！？\n]{0,6}泄漏|漏气|漏电|电线(?:脱落|裸露)|高压线(?:断|掉)",
    ),
    (
        "房屋、设施倒塌危险",
        r"(?:房屋|墙体?|楼板|桥|路面|山体|大坝|堤)[^，。！？\n]{0,8}(?:倒塌|垮塌|坍塌|塌陷|塌方|滑坡|决口)|危房|溃坝",
    ),
    ("火灾、爆炸危险", r"起火|失火|着火|火灾隐患|爆炸"),
    ("饮水、食品安全", r"(?:饮用水|自来水|井水)[^，。！？\n]{0,8}(?:污染|有毒|发臭)|食物中毒|集体中毒"),
    (
        "基本生活中断",
        r"(?:断|停)(?:水|电|气|暖)[^，。！？\n]{0,6}(?:\d+|[一二三四五六七八九十几多数])天|断粮|没有暖气|无家可归",
    ),
    ("急需救治", r"抢救|急需手术|病危|无钱(?:治疗|手术)|拒绝(?:救治|接诊)"),
    ("校园、儿童安全", r"(?:学校|幼儿园|校车|学生|孩子)[^，。！？\n]{0,10}(?:安全隐患|受伤|中毒|超载|被打)"),
    ("多人欠薪", r"(?:拖欠|欠)[^，。！？\n]{0,10}(?:工人|农民工|民工|职工)[^，。！？\n]{0,8}工资"),
)
_FOUND = tuple((kind, re.compile(pattern)) for kind, pattern in _SIGNS)


@dataclass(frozen=True)
class Sign:
    """A fact of the matter that may not wait, and the passage that says it."""

    kind: str
    passage: str


def signs_of(text: str) -> list[Sign]:
    """Return the signs in a text, one of a kind, in the order in which they stand there."""
    found = [(hit.start(), Sign(kind, passage_of(text, hit))) for kind, sign in _FOUND if (hit := sign.search(text))]
    return [sign for _, sign in sorted(found, key=lambda each: each[0])]
