"""Rows of an xlsx workbook, streamed.

openpyxl read-only, not calamine: calamine holds the whole sheet (150 MB for 50,000 rows before a case is made),
the stream stays under 30 MB and costs ten seconds.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from cases.importing.rows import RawRow
from law.errors import Refused

_MOST_UNPACKED = 2 << 30
# What openpyxl raises on workbooks that are none: there is no common ancestor but Exception.
_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    EOFError,
    OSError,
    InvalidFileException,
)


def is_workbook(path: Path) -> bool:
    """Tell whether a file is an xlsx by its content. Raises Refused file_unreadable for the old xls."""
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("file_unreadable", f"{path.name}是旧版xls或者加密的表格，请另存为不加密的xlsx再导入。")
    return start.startswith(b"PK\x03\x04")


def sheet_names(path: Path) -> list[str]:
    """Check the whole workbook and return the names of its sheets. Raises Refused file_unreadable."""
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            if unpacked > _MOST_UNPACKED:
                raise Refused("file_unreadable", f"{path.name}解压后有{unpacked >> 20}MB，请拆成几个文件再导入。")
            if packed.testzip() is not None:
                raise zipfile.BadZipFile
        book = load_workbook(path, read_only=True)
        try:
            return [sheet.title for sheet in book.worksheets]
        finally:
            book.close()
    except _BROKEN as error:
        raise _unreadable(path) from error


def sheet_rows(path: Path, width: int) -> Iterator[RawRow]:
    """Yield the rows of the first sheet that hold anything, formulas as their last computed value."""
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is often wrong
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_text(value) for value in values]
            if any(cells):
                yield _row(line, cells, width)
    except _BROKEN as error:
        raise _unreadable(path) from error
    finally:
        book.close()


def _row(line: int, cells: list[str], width: int) -> RawRow:
    while cells and not cells[-1]:
        cells.pop()
    beyond = 0 < width < len(cells)
    padded = (*cells, *[""] * (width - len(cells)))
    return RawRow(line, padded[:width] if beyond else padded, beyond=beyond)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value).strip()


def _unreadable(path: Path) -> Refused:
    return Refused("file_unreadable", f"{path.name}不是完好的xlsx表格，无法读取。请在表格软件里打开、另存后再导入。")
