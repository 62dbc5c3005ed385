"""Reads a file of administrative divisions: two shapes of header, codes of 2 to 12 digits, plain or gzip."""

import csv
import gzip
import io
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from law.errors import Refused
from organizations.vocabulary import Level

LEVELS = (Level.PROVINCE, Level.CITY, Level.DISTRICT, Level.TOWN, Level.VILLAGE)
CODE_LENGTH = {Level.PROVINCE: 2, Level.CITY: 4, Level.DISTRICT: 6, Level.TOWN: 9, Level.VILLAGE: 12}
_LEVEL_OF_LENGTH = {length: level for level, length in CODE_LENGTH.items()}
_PARENT_COLUMNS = ("streetCode", "areaCode", "cityCode", "provinceCode")
_LONGEST_NAME = 100
_KNOWN_HEADERS = (
    "code12,level,name,parent12",
    "code,name",
    "code,name,provinceCode",
    "code,name,cityCode,provinceCode",
    "code,name,areaCode",
    "code,name,streetCode,areaCode",
)


@dataclass(frozen=True)
class Division:
    """One row of the file: ``code`` and ``parent`` in 12 digits, ``parent`` empty where the row names none."""

    line: int
    code: str
    level: Level
    name: str
    parent: str


@dataclass(frozen=True)
class Fault:
    """A row that cannot be taken, and why."""

    line: int
    reason: str


@dataclass
class DivisionFile:
    """What a file holds; ``has_own_top`` where its highest rows may stand without a parent (a single county)."""

    encoding: str
    has_own_top: bool
    divisions: list[Division] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_divisions(path: Path) -> DivisionFile:
    """Read a csv or csv.gz of divisions, UTF-8 or GB18030.

    Raises Refused: file_unreadable, file_encoding, file_header, file_empty.
    """
    text, encoding = _decoded(_bytes_of(path))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [name.strip() for name in next(reader, [])]
        found = DivisionFile(encoding, has_own_top="code12" in header)
        columns = _columns_of(header)
        for row in reader:
            if any(cell.strip() for cell in row):
                _take(found, columns, row, reader.line_num)
    except csv.Error as error:
        raise Refused("file_unreadable", f"文件第{reader.line_num}行不是有效的CSV，请检查引号是否成对。") from error
    if not found.divisions and not found.faults:
        raise Refused("file_empty", "文件只有表头，没有数据行。")
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("file_unreadable", f"找不到文件：{path}。") from error
    except OSError as error:
        raise Refused("file_unreadable", f"文件读不了：{path}。请检查它是不是一个文件、本用户能不能读。") from error
    try:
        return gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    except (OSError, EOFError, zlib.error) as error:
        raise Refused("file_unreadable", f"压缩文件不完整或者已经损坏：{path}。") from error


def _decoded(raw: bytes) -> tuple[str, str]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates: tuple[str, ...] = ("utf-16",)
    else:
        candidates = ("utf-8-sig", "gb18030")
    for encoding in candidates:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text, encoding
    raise Refused("file_encoding", "文件既不是UTF-8，也不是GBK（GB18030）编码的文本，请另存为UTF-8格式的CSV。")


@dataclass(frozen=True)
class _Columns:
    code: int
    name: int
    level: int | None
    parent: int | None


def _columns_of(header: list[str]) -> _Columns:
    """Find the columns by their names; the nearest parent is the one that counts."""
    code = next((name for name in ("code12", "code") if name in header), None)
    if code is None or "name" not in header or (code == "code12" and "level" not in header):
        known = "；".join(_KNOWN_HEADERS)
        raise Refused("file_header", f"表头“{','.join(header)[:200]}”不认识。认识的表头：{known}。")
    parents = ("parent12",) if code == "code12" else _PARENT_COLUMNS
    parent = next((header.index(name) for name in parents if name in header), None)
    level = header.index("level") if code == "code12" else None
    return _Columns(header.index(code), header.index("name"), level, parent)


def _take(found: DivisionFile, columns: _Columns, row: list[str], line: int) -> None:
    try:
        found.divisions.append(_division_of(columns, [cell.strip() for cell in row], line))
    except ValueError as error:
        found.faults.append(Fault(line, str(error)))


def _division_of(columns: _Columns, row: list[str], line: int) -> Division:
    needed = max(index for index in (columns.code, columns.name, columns.level, columns.parent) if index is not None)
    if len(row) <= needed:
        raise ValueError(f"只有{len(row)}列")
    code, name = row[columns.code], row[columns.name]
    parent = row[columns.parent] if columns.parent is not None else ""
    if not name or len(name) > _LONGEST_NAME:
        raise ValueError("名称为空" if not name else f"名称超过{_LONGEST_NAME}字")
    level = _level_of(code, row[columns.level] if columns.level is not None else None)
    if parent and not _is_code(parent):
        raise ValueError(f"上级代码“{parent[:20]}”不是数字代码")
    return Division(line, code.ljust(12, "0"), level, name, parent.ljust(12, "0") if parent else "")


def _level_of(code: str, number: str | None) -> Level:
    """Take the level from its column (1 province to 5 village), else from the length of the code."""
    if not _is_code(code):
        raise ValueError(f"代码“{code[:20]}”不是2、4、6、9或12位数字")
    if number is None:
        return _LEVEL_OF_LENGTH[len(code)]
    if number not in {"1", "2", "3", "4", "5"}:
        raise ValueError(f"层级“{number[:20]}”不是1至5")
    return LEVELS[int(number) - 1]


def _is_code(code: str) -> bool:
    return code.isascii() and code.isdigit() and len(code) in _LEVEL_OF_LENGTH
