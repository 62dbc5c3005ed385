"""Legal bases as they are pasted from a sheet or uploaded: an article a line, its columns between tabs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from law.bases import Basis, Level
from law.errors import Refused

MOST_LINES = 2000
COLUMNS = ("名称", "条款", "条文", "层级", "施行日期", "失效日期")
_LEVELS = {level.label: level for level in Level}
_MOST_TITLE, _MOST_ARTICLE, _MOST_TEXT = 100, 40, 10_000
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y-%m-%d %H:%M:%S")


@dataclass(frozen=True)
class BasisSheet:
    """What a sheet holds, and what is wrong with it, line by line."""

    bases: list[Basis]
    faults: list[str]


def read_bases(text: str) -> BasisSheet:
    """Read a sheet; nothing is kept."""
    found: dict[tuple[str, str, date], int] = {}
    bases, faults = list[Basis](), list[str]()
    for number, cells in _lines(text):
        try:
            basis = _basis(cells)
            before = found.setdefault((basis.title, basis.article, basis.valid_from), number)
            if before != number:
                raise Refused("basis_twice", f"与第{before}行是同一条的同一文本，请留一行。")
            bases.append(basis)
        except Refused as refused:
            faults.append(f"第{number}行：{refused.message}")
    if not bases and not faults:
        faults = [f"没有可以录入的行。每行依次是{'、'.join(COLUMNS)}，中间用制表符（从表格复制即可）或者竖线隔开。"]
    if len(text.splitlines()) > MOST_LINES:
        faults = [f"最多{MOST_LINES}行，请分几次录入。"]
    return BasisSheet(bases, faults)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        cells = [cell.strip() for cell in line.replace("｜", "|").replace("|", "\t").split("\t")]
        if any(cells) and cells[0] != COLUMNS[0]:
            yield number, cells


def _basis(cells: list[str]) -> Basis:
    title, article, text, level, since, until = (*cells, *[""] * len(COLUMNS))[: len(COLUMNS)]
    title = title.strip("《》")
    if not title or len(title) > _MOST_TITLE:
        raise Refused("title_unfit", f"名称应当填写，最多{_MOST_TITLE}字。")
    if len(article) > _MOST_ARTICLE or len(text) > _MOST_TEXT:
        raise Refused("text_too_long", f"条款最多{_MOST_ARTICLE}字，条文最多{_MOST_TEXT}字。")
    if level not in _LEVELS:
        raise Refused("level_unclear", f"层级“{level[:20]}”看不懂，只能是{'、'.join(_LEVELS)}之一。")
    valid_from, valid_to = _day("施行日期", since), _day("失效日期", until) if until else None
    if valid_to and valid_to < valid_from:
        raise Refused("days_reversed", f"失效日期{valid_to}早于施行日期{valid_from}。")
    return Basis(title, article, text, _LEVELS[level], valid_from, valid_to)


def _day(name: str, text: str) -> date:
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise Refused("day_unclear", f"{name}“{text[:20]}”看不懂，请写成2022-05-01或者2022年5月1日。")
