"""What is imported is linked with the dictionary and the tree of units where its words name exactly one."""

from pathlib import Path

from cases.models import Case
from organizations.dictionaries import load_dictionaries
from tests.cases.importing.files import bring_in, write
from tests.cast import Cast

HEADER = ("编号", "信访日期", "标题", "内容", "内容分类", "问题属地")


def test_words_that_name_a_term_or_a_division_exactly_are_linked(cast: Cast, tmp_path: Path):
    load_dictionaries()
    rows = [
        ("A1", "2026-01-05", "路灯不亮", "村口的路灯坏了半个月。", "城乡建设/市政", "青石镇柳湾村"),
        ("A2", "2026-01-06", "厂房起火", "厂房的线路老化。", "城乡建设/安全生产", "柳湾村"),
    ]
    bring_in(write(tmp_path / "旧系统.csv", *rows, header=HEADER))
    vague, named = Case.objects.order_by("external_number")
    assert (vague.category_term, vague.division) == (None, None)
    assert named.category_term
    assert (named.category_term.code, named.division) == ("0101", cast.village)
    assert (named.category, named.location) == ("城乡建设/安全生产", "柳湾村")
