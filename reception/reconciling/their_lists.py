"""A list of another body read line by line: its number, state and days, and the petition where the list has it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cases.importing.columns import Columns
from cases.importing.fields import Field
from cases.importing.intake import Intake, Mode, Reading, read_intake
from cases.importing.rows import RawRow, RowRefusedError
from cases.importing.run import Opened, Wish, open_file
from cases.importing.words import date_of
from kit.formulas import as_written
from law.errors import Refused

MOST_BYTES, MOST_LINES = 4 << 20, 3000
_MOST_NUMBER = 80


@dataclass(frozen=True)
class TheirLine:
    """One line of a list; ``petition``: what a registration needs, None where the list has no words of it."""

    number: str
    status: str = ""
    received_on: date | None = None
    report_by: date | None = None
    petition: Intake | None = None


@dataclass(frozen=True)
class TheirList:
    """A list as it was read: its columns in order, its lines by number, and what could not be read, in words."""

    name: str
    header: tuple[str, ...]
    lines: Mapping[str, TheirLine]
    faults: Sequence[str] = field(default_factory=tuple)


def read_their_list(
    name: str, content: bytes, columns: Mapping[str, Sequence[str]], on: date, *, sender: str = ""
) -> TheirList:
    """Read a list, csv or xlsx: ``columns`` as a map file says them (cases/importing/columns.py); ``sender``: whose it is.

    Raises Refused: too_large, file_unreadable, file_encoding, no_header, column_missing, nothing_read, too_many_lines.
    """
    if len(content) > MOST_BYTES:
        raise Refused("too_large", f"清单有{len(content) >> 20}MB，最多{MOST_BYTES >> 20}MB，请按日期分几次对账。")
    with TemporaryDirectory(prefix="list-") as folder:
        # Its own ending may be missing or wrong: the content decides.
        path = Path(folder) / f"清单.{'xlsx' if content.startswith(b'PK') else 'csv'}"
        path.write_bytes(content)
        opened = _opened(path, columns)
        found = _Reader(opened, on, sender)
        for raw in opened.rows(len(opened.columns.header)):
            if raw.line > opened.header_line:
                found.take(raw)
    if not found.lines:
        raise Refused("nothing_read", f"清单里没有读到一行有编号的。{'；'.join(found.faults[:3])}")
    return TheirList(name, opened.columns.header, found.lines, tuple(found.faults))


def _opened(path: Path, columns: Mapping[str, Sequence[str]]) -> Opened:
    chosen = {Field(each): headers for each, headers in columns.items()}
    try:
        return open_file(path, Wish(Mode.OPEN, chosen), "清单", enough=_has_numbers)
    except Refused as refused:
        if refused.code != "no_header":
            raise
        said = "、".join(_first_cells(path))[:300]
        words = (
            f"清单里没有认出编号一列，什么也没有比对。第一行：{said}。请在来件渠道里上传列对应文件，写明哪一列是编号。"
        )
        raise Refused("no_header", words) from refused


def _has_numbers(columns: Columns) -> bool:
    return Field.EXTERNAL_NUMBER in columns.places


def _first_cells(path: Path) -> Iterator[str]:
    opened = open_file(path, Wish(), "清单", enough=lambda _columns: True)
    return (cell for cell in opened.columns.header if cell)


class _Reader:
    """Takes the rows one by one: each number once."""

    def __init__(self, opened: Opened, on: date, sender: str) -> None:
        self.lines: dict[str, TheirLine] = {}
        self.faults: list[str] = []
        self._columns = opened.columns
        self._reading = Reading(opened.columns, Mode.OPEN, on, default_date=on, superior=sender)

    def take(self, raw: RawRow) -> None:
        """Read one row; one that cannot be read is told with its line."""
        if len(self.lines) >= MOST_LINES:
            raise Refused("too_many_lines", f"一次最多比对{MOST_LINES}行，请按日期分几次对账。")
        try:
            line = self._line(raw)
            if self.lines.setdefault(line.number, line) != line:
                raise RowRefusedError(f"编号{line.number}出现了两次而内容不同，只比对了第一次")
        except RowRefusedError as refused:
            where = f"“{refused.column}”" if refused.column else ""
            self.faults.append(f"第{raw.line}行{where}：{refused.reason}")

    def _line(self, raw: RawRow) -> TheirLine:
        if raw.fault:
            raise RowRefusedError(raw.fault)
        cells = [as_written(cell.strip()) for cell in raw.cells]
        number = self._columns.value(Field.EXTERNAL_NUMBER, cells)
        if not number or len(number) > _MOST_NUMBER:
            raise RowRefusedError("没有编号" if not number else f"编号超过{_MOST_NUMBER}字")
        has_text = any(self._columns.value(each, cells) for each in (Field.CONTENT, Field.SUBJECT))
        return TheirLine(
            number,
            self._columns.value(Field.STATUS, cells)[:100],
            self._day(Field.RECEIVED_ON, cells),
            self._day(Field.SUPERIOR_REPORT_BY, cells),
            read_intake(raw, self._reading) if has_text else None,
        )

    def _day(self, which: Field, cells: Sequence[str]) -> date | None:
        text = self._columns.value(which, cells)
        found = date_of(text) if text else None
        if text and found is None:
            raise RowRefusedError(f"“{text[:30]}”不是日期，应如2026-03-02", self._columns.named(which))
        return found
