"""Letters as PDF/A: what they say, whatever people wrote, always the same bytes."""

import shutil
import time
from pathlib import Path
from typing import Any

import pylopdf_fonts_jp
import pylopdf_fonts_zh_cn
import pytest

from cases.actions.inputs import DemandInput, PartyInput
from cases.models import Document
from kit.paper.fonts import fonts
from kit.paper.pdf import letters_pdf
from law.errors import Refused
from law.vocabulary import Act, Letter, State
from tests.cases.rendering.papers import fonts_of, pages_of, text_of
from tests.cast import Cast, register
from tests.walks import Walk, accept, follow, issue, submit, take, walk_to

HOSTILE = '#set text(red) *粗* $x^2$ <标签> @引用 ```raw``` "引号" \\ // 注释 {{ case.number }} {% now "Y" %}'
NAMES = ["欧阳𠮷㴷", "买买提·阿卜杜拉·吾买尔江", "长孙无忌", "老王", "东方一二三四五六七八九十"]


def opinion(walk: Walk) -> Document:
    """The handling opinion of a walk."""
    found: Document = walk.case.documents.select_related("unit").get(kind=Letter.HANDLING_OPINION)
    return found


def issued(cast: Cast, **registration: Any) -> Document:
    return opinion(walk_to(cast, State.ISSUED, **registration))


def test_an_opinion_says_on_paper_what_was_decided_and_where_to_turn(cast: Cast, tmp_path: Path):
    document = issued(cast)
    pdf = letters_pdf([document])
    said = text_of(pdf, tmp_path)
    for part in (
        "青石镇人民政府",
        document.number,
        "信访事项处理意见书",
        "老王：",
        "路面破损三处。",
        "本月修好。",
        "《公路法》第三十五条",
        "自收到本意见书之日起30日内",
        f"{document.issued_on.year}年{document.issued_on.month}月{document.issued_on.day}日",
        "第1页共1页",
    ):
        assert part in said, part
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfaid:part" in pdf
    assert "NotoSerifSC" in fonts_of(pdf, tmp_path), "the Chinese face is embedded"


def test_the_paper_carries_number_and_check_code_and_never_a_query_code(cast: Cast, tmp_path: Path):
    document = issued(cast)
    said = text_of(letters_pdf([document]), tmp_path)
    assert len(document.check_code) == 32
    assert document.check_code.upper() in said.replace("核验码", "")
    other = issued(cast)
    assert other.check_code != document.check_code


def test_the_same_letter_is_the_same_file_today_and_in_a_year(cast: Cast):
    document = issued(cast)
    assert letters_pdf([document]) == letters_pdf([Document.objects.select_related("unit").get(pk=document.pk)])


def test_what_people_wrote_is_printed_and_never_obeyed(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.ISSUED, demands=[DemandInput(HOSTILE), DemandInput("疏通水渠")])
    said = text_of(letters_pdf([opinion(walk)]), tmp_path)
    for part in (
        "#settext(red)",
        "*粗*",
        "$x^2$",
        "<标签>",
        "@引用",
        "```raw```",
        "//注释",
        "{{case.number}}",
        '{%now"Y"%}',
    ):
        assert part in said, part


def test_rare_characters_long_names_twenty_demands_and_five_representatives_fit(cast: Cast, tmp_path: Path):
    demands = [DemandInput(f"第{n}项：㴷河边𠮷家的水渠堵塞，请求疏通并赔偿青苗损失。") for n in range(1, 21)]
    people = [PartyInput(name, address="青石镇柳湾村") for name in NAMES]
    document = issued_on_all(cast, demands=demands, parties=people)
    pdf = letters_pdf([document])
    said = text_of(pdf, tmp_path)
    for name in NAMES:
        assert name in said, name
    for number in range(1, 21):
        assert f"诉求{number}：第{number}项" in said
    pages = pages_of(pdf, tmp_path)
    assert pages > 3
    assert [f"第{page}页共{pages}页" in said for page in range(1, pages + 1)] == [True] * pages
    assert said.count(document.number) == pages + 1, "the foot names the letter on every page"


def issued_on_all(cast: Cast, **registration: Any) -> Document:
    """An opinion on every demand of a case, however many."""

    def refer_all(walk: Walk) -> None:
        numbers = [demand.number for demand in walk.case.demands.all()]
        walk.act(Act.REFER, cast.router, unit=cast.town, demands=numbers, reason="属地管理")
        walk.go_on_at(cast.town, cast.town_head, cast.town_handler)

    return opinion(follow(Walk(cast, register(cast, **registration)), refer_all, accept, take, submit, issue))


@pytest.mark.parametrize("rare", ["\U00030100", "\U00031350", "\ue863"], ids=["ext-g", "ext-h", "private"])
def test_a_name_no_font_can_show_is_said_not_printed_wrong(cast: Cast, rare: str):
    document = issued(cast, parties=[PartyInput(f"王{rare}", address="青石镇")])
    with pytest.raises(Refused, match=rare) as refused:
        letters_pdf([document])
    assert refused.value.code == "glyph_missing"


def test_a_smiling_face_keeps_nobody_from_a_letter(cast: Cast, tmp_path: Path):
    walk = walk_to(cast, State.ISSUED, demands=[DemandInput("修路😀👍🏽谢谢\x07领导"), DemandInput("疏通水渠")])
    said = text_of(letters_pdf([opinion(walk)]), tmp_path)
    assert "谢谢领导" in said
    assert "〓" in said


def test_several_letters_in_one_file_count_their_pages_apart(cast: Cast, tmp_path: Path):
    documents = [issued(cast), issued(cast)]
    pdf = letters_pdf(documents)
    said = text_of(pdf, tmp_path)
    assert all(document.number in said for document in documents)
    assert said.count("第1页共1页") == 2


def test_a_letter_is_quick(cast: Cast):
    documents = [issued(cast) for _ in range(3)]
    letters_pdf(documents[:1])
    started = time.perf_counter()
    for document in documents[1:]:
        letters_pdf([document])
    assert time.perf_counter() - started < 2, "100 ms a letter on a quiet machine; benchmarks/letters.py measures"


def test_a_sites_own_fonts_come_with_those_of_the_wheels_and_none_of_the_machine(settings: Any, tmp_path: Path):
    shutil.copy(pylopdf_fonts_zh_cn.sans_path(), tmp_path / "own.otf")
    fonts.cache_clear()
    settings.XINFANG_FONTS = str(tmp_path)
    try:
        known = {Path(str(font.path)).parent for font in fonts().fonts()}
    finally:
        fonts.cache_clear()
    wheels = {pylopdf_fonts_zh_cn.serif_path().parent, pylopdf_fonts_jp.serif_path().parent}
    assert known == {tmp_path, *wheels}
