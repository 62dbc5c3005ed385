"""Letters that were not issued yet, to be read as they will look: without number and code, marked on every page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kit.paper.papers import Paper
from kit.paper.pdf import sheets_pdf, sheets_png
from kit.paper.sheet import sheet_of

MARK = "审签稿"
UNNUMBERED = "（签发后编号）"


def drafts_pdf(papers: Sequence[Paper], on: date) -> bytes:
    """Return drafts as one PDF. Raises Refused glyph_missing."""
    return sheets_pdf(_sheets(papers), title=MARK, dated=on, mark=MARK)


def drafts_png(papers: Sequence[Paper], on: date) -> list[bytes]:
    """Return the pages of drafts as pictures. Raises Refused glyph_missing."""
    return sheets_png(_sheets(papers), title=MARK, dated=on, mark=MARK)


def _sheets(papers: Sequence[Paper]) -> list[dict[str, Any]]:
    # A number and a code that nobody can look up have no place on a paper.
    return [{**sheet_of(paper), "number": UNNUMBERED, "code": "", "qr": ""} for paper in papers]
