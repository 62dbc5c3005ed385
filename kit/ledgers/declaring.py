"""How a room declares a ledger: its columns in order, whose rows they are, and what it can be narrowed by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.words import Word


class ColumnKind(Word):
    """What stands in a column: it decides the cell of the workbook."""

    TEXT = "text", "文字"
    DATE = "date", "日期"
    NUMBER = "number", "数字"
    CODE = "code", "编号"


@dataclass(frozen=True)
class Column:
    """One column: ``read(line)`` gives text, a date or a number, None for nothing; ``width`` in characters.

    ``by_hand``: nothing fills it yet; it stands on paper and in the file for a pen, and is left out on the page.
    """

    label: str
    read: Callable[[Any], Any]
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 12
    by_hand: bool = False


def _every_line(rows: Sequence[Any], _staff: Any, _on: date) -> list[Any]:
    return list(rows)


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """A fixed ledger; a running number stands before its columns by itself.

    ``needs`` (any of them): who has it. ``form``: what it can be narrowed by, dates, codes and keys only.
    ``rows(staff, asked)`` is a queryset through ``readable_by``, with the parts its lines need; ``order`` is its date
    column, with an index, by which pages and chunks are cut. ``lines(rows, staff, on)`` turns rows into what the columns
    read. ``holds(rows)`` and ``within(staff, holds)``: what a file keeps of its rows, and whether this person may still
    read all of it. ``period(asked)``: its words for the heading. ``note``: one line under the table.
    """

    code: str
    heading: str
    columns: tuple[Column, ...]
    needs: tuple[Any, ...]
    form: type[Any]
    rows: Callable[[Any, Mapping[str, Any]], Any]
    order: str
    holds: Callable[[Sequence[Any]], Mapping[str, list[int]]]
    within: Callable[[Any, Mapping[str, Any]], bool]
    period: Callable[[Mapping[str, Any]], str]
    lines: Callable[[Sequence[Any], Any, date], list[Any]] = _every_line
    note: str = ""

    def cells(self, number: int, line: Any) -> list[Any]:
        """Return the cells of one line, its running number first."""
        return [number, *(column.read(line) for column in self.columns)]


NUMBER = Column("序号", lambda line: line, ColumnKind.NUMBER, 6)


def columns_of(ledger: Ledger) -> tuple[Column, ...]:
    """Return all columns as they are shown, the running number first."""
    return (NUMBER, *ledger.columns)
