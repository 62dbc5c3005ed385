"""Rows of delimited text: a broken quote costs its own row, never the rows after it."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from cases.importing.rows import RawRow
from cases.importing.text_files import TextFile

DELIMITERS = {",": "逗号", "\t": "制表符", ";": "分号"}
_MOST_CELL = 2_000_000  # characters; a cell beyond it is taken for a quote that was never closed


def delimiter_of(file: TextFile) -> str:
    """Return the delimiter that stands most often outside quotes in the first lines; a comma where none does."""
    with file.open() as stream:
        lines = [stream.readline(65536) for _ in range(10)]
    bare = "".join("".join(line.split('"')[::2]) for line in lines)
    return max(DELIMITERS, key=bare.count)


def delimited_rows(file: TextFile, delimiter: str, width: int) -> Iterator[RawRow]:
    """Yield the rows that hold anything, with the line each begins on.

    ``width`` is the number of columns a row must have, 0 while the header is still looked for.
    """
    csv.field_size_limit(_MOST_CELL)
    with file.open() as stream:
        lines = _Lines(stream)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            line = lines.begin_row()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield RawRow(line, (), lines.retreat(), "引号不成对，或者单元格过大")
                reader = csv.reader(lines, delimiter=delimiter, strict=True)
                continue
            if any(cell.strip() for cell in cells):
                yield _row(line, cells, lines, delimiter, width)


def _row(line: int, cells: list[str], lines: "_Lines", delimiter: str, width: int) -> RawRow:
    while width and len(cells) > width and not cells[-1].strip():
        cells.pop()
    if not width or len(cells) == width:
        return RawRow(line, tuple(cells))
    if len(lines.taken) > 1 and _fits(lines.taken[1], delimiter, width):
        return RawRow(line, (), lines.retreat(), "引号不成对")
    return RawRow(line, (), "".join(lines.taken), f"有{len(cells)}列，表头有{width}列")


def _fits(text: str, delimiter: str, width: int) -> bool:
    """Tell whether a line is a row of its own, swallowed by a quote before it."""
    try:
        return len(next(csv.reader([text], delimiter=delimiter, strict=True), [])) == width
    except csv.Error:
        return False


class _Lines:
    """The lines of a file, able to give back all but the first line of a row that went wrong."""

    def __init__(self, stream: TextIO) -> None:
        self.taken: list[str] = []
        self._stream = stream
        self._back: deque[str] = deque()
        self._number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._stream)
        self._number += 1
        self.taken.append(line)
        return line

    def begin_row(self) -> int:
        """Forget the row before; return the number of the line that the next row begins on."""
        self.taken = []
        return self._number + 1

    def retreat(self) -> str:
        """Give back all lines of the row but its first, which is returned."""
        first, *rest = self.taken
        self._back.extendleft(reversed(rest))
        self._number -= len(rest)
        return first
