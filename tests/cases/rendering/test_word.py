"""Letters as Word: the same words, editable."""

from io import BytesIO

from docx import Document as Word

from kit.paper.word import letter_docx
from law.vocabulary import Letter, State
from tests.cast import Cast
from tests.walks import walk_to


def test_the_word_file_says_what_the_letter_says(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    document = walk.case.documents.select_related("unit").get(kind=Letter.HANDLING_OPINION)
    word = Word(BytesIO(letter_docx(document)))
    said = [paragraph.text for paragraph in word.paragraphs]
    assert said[:4] == ["青石镇人民政府", document.number, "关于修好村口的路等事项的信访事项处理意见书", "老王："]
    assert "查明的事实：路面破损三处。" in said
    assert said[-2:] == ["青石镇人民政府", f"{walk.on.year}年{walk.on.month}月{walk.on.day}日"]
    foot = word.sections[0].footer.paragraphs[0]
    assert document.number in foot.text
    assert foot.part.related_parts, "the QR code is a picture in the foot"


def test_what_xml_cannot_hold_is_left_out(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    document = walk.case.documents.select_related("unit").get(kind=Letter.HANDLING_OPINION)
    document.content += "\n控制符\x07和\x00在此"
    assert "控制符和在此" in [p.text for p in Word(BytesIO(letter_docx(document))).paragraphs]
