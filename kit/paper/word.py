"""Letters as editable Word files: for printing on headed paper, or for going on writing."""

from io import BytesIO
from typing import Any

from docx import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from kit.paper.check_codes import qr_text
from kit.paper.papers import Paper
from kit.paper.qr import qr_png
from kit.paper.sheet import sheet_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD, _BODY = "方正小标宋简体", "仿宋_GB2312"
_RED = RGBColor(0xC0, 0, 0)
# A sealed letter keeps four characters free to the right of its date, for the seal (GB/T 9704).
_SEALED = 4
_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def letter_docx(paper: Paper) -> bytes:
    """Return one letter, with its unit fetched, as a .docx file."""
    sheet, word = sheet_of(paper), Word()
    _set_page(word)
    if sheet["red"]:
        _line(word, sheet["head"], face=_HEAD, size=26, align=_CENTRE, colour=_RED)
    _line(word, sheet["number"], align=_RIGHT)
    _line(word, sheet["title"], face=_HEAD, size=22, align=_CENTRE, after=12)
    if sheet["to"]:
        _line(word, f"{sheet['to']}：")
    for paragraph in sheet["paragraphs"]:
        _line(word, paragraph, indent=True)
    _line(word, "")
    for said in filter(None, (sheet["signed_by"], sheet["signed_on"])):
        _line(word, said, align=_RIGHT, from_right=_SEALED)
    if sheet["contact"]:
        _line(word, f"（{sheet['contact']}）", indent=True)
    _set_foot(word, sheet, qr_text(paper))
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _set_page(word: Any) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(2.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)


def _line(
    word: Any,
    words: str,
    *,
    face: str = _BODY,
    size: int = 16,
    align: Any = None,
    colour: Any = None,
    indent: bool = False,
    after: int = 0,
    from_right: int = 0,
) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.alignment = align
    paragraph.paragraph_format.right_indent = Pt(size * from_right)
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(size * 2)
    _set_face(paragraph.add_run(words), face, size, colour)


def _set_foot(word: Any, sheet: dict[str, Any], coded: str) -> None:
    if not coded:
        return
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.add_run().add_picture(BytesIO(qr_png(coded)), width=Cm(1.6))
    _set_face(paragraph.add_run(f"　文号 {sheet['number']}　核验码 {sheet['code']}"), _BODY, 8, None)


def _set_face(run: Any, face: str, size: int, colour: Any) -> None:
    run.font.name, run.font.size = face, Pt(size)
    run.font.color.rgb = colour
    # Chinese characters have a face of their own in Word.
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
