"""What stands on the sheet of one letter, as plain data: the layouts draw this and nothing else."""

import unicodedata
from typing import Any

from cases.letters.check_codes import printed_code, qr_text
from cases.models import Document
from cases.presenting.papers import letter_page
from kit.days import day_words
from kit.paper.qr import qr_svg

_UNSEEN = ("Cc", "Cs")
_TINTS = frozenset("\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def sheet_of(document: Document) -> dict[str, Any]:
    """Return {layout, head, number, title, to, paragraphs, signed_by, signed_on, code, qr} of a document with its unit."""
    page = letter_page(document)
    paragraphs = [printable(words) for words in page["paragraphs"]]
    return {
        "layout": document.layout,
        "head": document.unit.name,
        "number": page["number"],
        "title": page["title"],
        "to": printable(page["to"]),
        "paragraphs": paragraphs,
        "signed_by": page["signed_by"],
        "signed_on": day_words(page["signed_on"]),
        "code": printed_code(document.check_code),
        "qr": qr_svg(qr_text(document)),
    }


def printable(words: str) -> str:
    """Leave out what no sheet of paper and no XML can hold: control characters, and what only tints a smiling face."""
    return "".join(ch for ch in words if ch == "\t" or not (unicodedata.category(ch) in _UNSEEN or ch in _TINTS))
