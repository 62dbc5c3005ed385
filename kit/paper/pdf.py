"""Letters as PDF/A by typst; users' words reach it as data only, never as markup."""

import json
import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from kit.paper.fonts import FACES, fonts
from kit.paper.papers import Paper
from kit.paper.sheet import sheet_of
from law.errors import Refused

_TEMPLATES = Path(__file__).parent / "templates"
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_SIGN = "〓"
_MOST_SIGNS = 40
# Dots an inch: an A4 page about 900 wide.
_SCREEN = 110.0
STANDARD: Any = "a-2b"


def letters_pdf(papers: Sequence[Paper]) -> bytes:
    """Return letters one behind the other in one PDF/A-2b file; the same letters give the same bytes.

    ``papers`` come with their units. Raises Refused glyph_missing.
    """
    dated = max(paper.issued_on for paper in papers)
    title = papers[0].number if len(papers) == 1 else f"{len(papers)}份文书"
    return sheets_pdf([sheet_of(paper) for paper in papers], title=title, dated=dated)


def sheets_pdf(sheets: Sequence[dict[str, Any]], *, title: str, dated: date, mark: str = "") -> bytes:
    """Return sheets (see `sheet_of`) as one PDF/A-2b file; ``mark`` stands pale across each page. Raises Refused glyph_missing."""
    more = {"pdf_standards": STANDARD, "timestamp": datetime(dated.year, dated.month, dated.day, tzinfo=UTC)}
    [made] = _drawn(sheets, title, dated, mark, format="pdf", **more)
    return made


def sheets_png(sheets: Sequence[dict[str, Any]], *, title: str, dated: date, mark: str = "") -> list[bytes]:
    """Return the pages of sheets as pictures for a screen. Raises Refused glyph_missing."""
    return _drawn(sheets, title, dated, mark, format="png", ppi=_SCREEN)


def _drawn(sheets: Sequence[dict[str, Any]], title: str, dated: date, mark: str, **how: Any) -> list[bytes]:
    day = [dated.year, dated.month, dated.day]
    data = {"sheets": list(sheets), "title": title, "day": day, "faces": FACES, "mark": mark}
    words = json.dumps(data, ensure_ascii=False)
    for _ in range(_MOST_SIGNS):
        try:
            return _compiled(words, **how)
        except typst.TypstError as failed:
            words = _without(failed, words)
    raise Refused("glyph_missing", "文书里有太多本机字体没有的符号，请下载 Word 文件打印。")


def _compiled(words: str, **how: Any) -> list[bytes]:
    letters = str(_TEMPLATES / "letters.typ")
    made: Any = typst.compile(letters, root=str(_TEMPLATES), font_paths=fonts(), sys_inputs={"data": words}, **how)
    return made if isinstance(made, list) else [made]


def _without(failed: typst.TypstError, words: str) -> str:
    """Put 〓 for a sign (a smiling face) that no font can show; a letter of a name is never left out, but said."""
    found = _NO_GLYPH.search(str(failed))
    if not found:
        raise failed
    text = _ESCAPED.sub(lambda each: chr(int(each[1], 16)), found[1])
    # What is no sign counts as a letter: also characters younger than our tables, and those of a site's own area.
    if not all(unicodedata.category(ch)[0] in "SM" or unicodedata.category(ch) == "Cf" for ch in text):
        said = (
            f"文书里的“{text}”在本机字体里没有字形，打印会缺字。请由管理员放入带这个字的字体，或者下载 Word 文件打印。"
        )
        raise Refused("glyph_missing", said) from failed
    for ch in text:
        words = words.replace(ch, _SIGN)
    return words
