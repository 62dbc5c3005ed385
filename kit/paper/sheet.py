"""What stands on the sheet of one letter, as plain data: pages and the layouts of paper draw this and nothing else."""

import unicodedata
from typing import Any

from kit.days import day_words
from kit.paper.check_codes import printed_code, qr_text
from kit.paper.papers import Paper
from kit.paper.qr import qr_svg
from kit.paper.titles import title_lines

# The version of the sheet that new letters are drawn on (templates/letter_<n>.typ beside this file).
LAYOUT = 3
_UNSEEN = ("Cc", "Cs")
_TINTS = frozenset("\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def sheet_of(paper: Paper) -> dict[str, Any]:
    """Return {layout, red, head, number, title, title_lines, to, paragraphs, signed_by, signed_on, contact, code, qr} of a letter with its unit."""
    page = letter_page(paper)
    paragraphs = [printable(words) for words in page["paragraphs"]]
    return {
        "layout": paper.layout,
        "red": paper.red_headed,
        "head": page["head"],
        "number": page["number"],
        "title": (title := printable(page["title"])),
        "title_lines": title_lines(title),
        "to": printable(page["to"]),
        "paragraphs": paragraphs,
        "signed_by": page["signed_by"],
        "signed_on": day_words(page["signed_on"]) if page["signed_by"] else "",
        "contact": printable(page["contact"]),
        "code": printed_code(paper.check_code),
        "qr": qr_svg(qr_text(paper)),
    }


def letter_page(paper: Paper) -> dict[str, Any]:
    """Return a letter as components/letter.html draws it: head, title, addressee, paragraphs, who signs and when, whom to ask."""
    return {
        "head": paper.letterhead,
        "title": paper.title,
        "number": paper.number,
        **letter_parts(paper.content),
        "signed_by": paper.signed_by,
        "signed_on": paper.issued_on,
        "contact": paper.contact_line,
    }


def letter_parts(content: str) -> dict[str, Any]:
    """Return {to, paragraphs} of a letter's words: a first line that ends in a colon is the addressee."""
    lines = [line.strip() for line in content.splitlines() if line.strip()]
    to = lines.pop(0).removesuffix("：") if lines and lines[0].endswith("：") else ""
    return {"to": to, "paragraphs": lines}


def printable(words: str) -> str:
    """Leave out what no sheet of paper and no XML can hold: control characters, and what only tints a smiling face."""
    return "".join(ch for ch in words if ch == "\t" or not (unicodedata.category(ch) in _UNSEEN or ch in _TINTS))
