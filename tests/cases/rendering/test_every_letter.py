"""Every kind of letter on paper: long names, rare characters, many pages, and nothing mandatory left out."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import pytest
import typst
from django.template.loader import render_to_string
from docx import Document as Word

from cases.actions.inputs import DemandInput
from cases.letters import making
from cases.letters.sentences import ABOVE
from cases.models import Document
from kit.paper import pdf as drawing
from kit.paper.pdf import letters_pdf
from kit.paper.sheet import sheet_of
from kit.paper.word import letter_docx
from law.errors import Refused
from law.letters import ELEMENTS, Element
from law.matters import Cause
from law.paths import runs_sixty_days
from law.vocabulary import Act, Kind, Letter, Outcome, State
from tests.cases.rendering.kinds import DEMANDS, MANDATORY, NAME, PEOPLE, UNIT, full_case, lacking, letter_of_kind
from tests.cases.rendering.papers import pages_of, text_of
from tests.cases.rendering.pdf_bytes import everything, page_count, shown_by_a_glyph
from tests.cast import Cast
from tests.walks import walk_to

# These say what was agreed, recorded or listed; the petitioner's names stand in the others.
NAMELESS = {Letter.ARCHIVE_INDEX}
WITH_DEMANDS = {
    Letter.REFERRAL_LETTER,
    Letter.COMMISSION_LETTER,
    Letter.HANDLING_OPINION,
    Letter.OBJECTION_LETTER,
    Letter.NON_ACCEPTANCE_NOTICE,
    Letter.NO_LONGER_ACCEPTED_NOTICE,
    Letter.DIVERSION_NOTICE,
    Letter.TRANSFER_LETTER,
    Letter.REEXAM_OPINION,
    Letter.REVIEW_OPINION,
    Letter.MEDIATION_AGREEMENT,
    Letter.SUGGESTION_REPLY,
    Letter.DUTY_REPLY,
    Letter.PROCEDURE_REPLY,
}
REMEDY = "自收到本意见书之日起30日内，可以向{}请求{}。"


def test_the_names_are_as_long_as_they_should_be():
    assert len(UNIT) >= 38
    assert len(NAME) >= 28
    assert len(PEOPLE) == 5
    assert len(DEMANDS) == 20


@pytest.mark.parametrize("kind", sorted(Letter))
def test_a_letter_fits_on_paper_whatever_is_in_it(cast: Cast, kind: Letter, tmp_path: Path):
    document = letter_of_kind(kind, full_case(cast))
    pdf = letters_pdf([document])
    bytes_ = everything(pdf)
    assert b"<pdfaid:part>2</pdfaid:part>" in bytes_, "PDF/A is claimed"
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in bytes_
    assert bytes_.count(b"/FontFile3") >= 1, "the faces travel with the file"
    glyphs, words = shown_by_a_glyph(pdf), f"{document.content}{UNIT}{document.number}"
    missing = {ch for ch in words if ch.isprintable() and not ch.isspace()} - glyphs
    assert not missing, f"no glyph for {missing}"
    if kind not in NAMELESS:
        assert {"𠮷", "㴷"} <= glyphs
    same_words_in_word(document)
    read(document, pdf, tmp_path)


def same_words_in_word(document: Document) -> None:
    sheet = sheet_of(document)
    said = [paragraph.text for paragraph in Word(BytesIO(letter_docx(document))).paragraphs]
    assert said == [
        *([sheet["head"]] if sheet["red"] else []),
        sheet["number"],
        sheet["title"],
        *([f"{sheet['to']}："] if sheet["to"] else []),
        *sheet["paragraphs"],
        "",
        *([sheet["signed_by"], sheet["signed_on"]] if sheet["signed_by"] else []),
        *([f"（{sheet['contact']}）"] if sheet["contact"] else []),
    ]


def read(document: Document, pdf: bytes, folder: Path) -> None:
    """What another program reads in it; left out where that is not installed."""
    said, pages = text_of(pdf, folder), page_count(pdf)
    assert pages == pages_of(pdf, folder)
    # The foot of each page names the letter beside the text: take the lines apart no further than blanks.
    for page in range(1, pages + 1):
        assert f"第{page}页共{pages}页" in said
    assert UNIT in said
    if document.kind in WITH_DEMANDS:
        assert pages >= 2
        assert said.count("水渠堵塞") == len(DEMANDS)


def test_twenty_demands_run_over_several_pages(cast: Cast):
    document = letter_of_kind(Letter.HANDLING_OPINION, full_case(cast))
    assert page_count(letters_pdf([document])) >= 5


def test_the_check_of_glyphs_fails_without_the_face_that_has_them(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    """The Chinese face alone lacks 𠮷: the check sees it, and the letter itself is refused."""
    document = letter_of_kind(Letter.ACCEPTANCE_NOTICE, full_case(cast))
    folder = str(pylopdf_fonts_zh_cn.serif_path().parent)
    alone = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    monkeypatch.setattr(drawing, "fonts", lambda: alone)
    with pytest.raises(Refused, match="𠮷") as refused:
        letters_pdf([document])
    assert refused.value.code == "glyph_missing"
    monkeypatch.setattr(drawing, "STANDARD", "1.7")
    glyphs = shown_by_a_glyph(letters_pdf([document]))
    assert "㴷" in glyphs
    assert "𠮷" not in glyphs


# What must stand in a letter
@pytest.mark.parametrize(("kind", "element"), MANDATORY, ids=[f"{k}-{e.key}" for k, e in MANDATORY])
def test_a_letter_without_a_mandatory_element_is_refused_by_its_name(cast: Cast, kind: Letter, element: Element):
    walk = full_case(cast)
    before = Document.objects.count()
    with pytest.raises(Refused) as refused:
        letter_of_kind(kind, walk, **lacking(kind, element.key, walk))
    assert refused.value.code == "letter_incomplete"
    assert f"《{kind.label}》缺少必填内容：{element.label}。" in refused.value.message
    assert refused.value.article == element.article
    assert Document.objects.count() == before


def test_every_letter_has_mandatory_elements_but_the_list_of_a_file():
    assert set(Letter) - set(ELEMENTS) == {Letter.ARCHIVE_INDEX}


def test_a_letter_is_looked_through_as_it_reads(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    """Every word was handed over; what the text leaves out is missing all the same (Art. 32, 35)."""
    walk = full_case(cast)

    def without(name: str, words: dict[str, Any]) -> str:
        said: str = render_to_string(name, words)
        return said.replace(words["remedy_said"], "").replace(DEMANDS[3], "")

    monkeypatch.setattr(making, "render_to_string", without)
    with pytest.raises(Refused, match="缺少必填内容：投诉请求、救济途径。"):
        letter_of_kind(Letter.HANDLING_OPINION, walk)


# The way to turn to
def test_the_remedy_of_an_opinion_is_the_words_of_the_regulation(cast: Cast):
    walk = full_case(cast)
    opinion = letter_of_kind(Letter.HANDLING_OPINION, walk)
    article = "（《信访工作条例》第三十五条）"
    assert opinion.content.endswith("如不服本处理意见，" + REMEDY.format("云河区人民政府", "复查") + article)
    nobody = letter_of_kind(Letter.HANDLING_OPINION, walk, superior=None)
    assert REMEDY.format(ABOVE, "复查") in nobody.content
    decided = letter_of_kind(Letter.REEXAM_OPINION, walk)
    assert REMEDY.format("云河区人民政府", "复核") in decided.content


@pytest.mark.parametrize("kind", sorted(set(Letter) - {Letter.HANDLING_OPINION, Letter.REEXAM_OPINION}))
def test_no_other_letter_opens_a_remedy(cast: Cast, kind: Letter):
    content = letter_of_kind(kind, full_case(cast)).content
    assert "30日内，可以向" not in content
    assert "请求复核。" not in content


def test_an_opinion_on_a_suggestion_has_no_remedy(cast: Cast):
    """Through the acts themselves: it is answered (Art. 29), and nobody is sent to a re-examination."""
    walk = walk_to(cast, State.IN_HANDLING, demands=[DemandInput(text, Kind.SUGGESTION) for text in "甲乙"])
    for number in (1, 2):
        walk.on_leg(
            Act.ANSWER,
            walk.handler,
            demand=number,
            outcome=Outcome.ADOPTED,
            facts="属实。",
            opinion="列入计划。",
            legal_basis="《信访工作条例》第二十九条",
            cause=Cause.OTHER,
        )
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    assert not walk.case.documents.filter(kind=Letter.HANDLING_OPINION).exists()
    content = walk.case.documents.get(kind=Letter.SUGGESTION_REPLY).content
    assert "采纳情况：采纳。列入计划。" in content
    assert "复查" not in content


def test_an_accusation_has_no_remedy():
    assert not runs_sixty_days(Kind.ACCUSATION, None)
