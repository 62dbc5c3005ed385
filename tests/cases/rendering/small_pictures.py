"""A letter as a small picture: its first page, in few shades of grey and red, without any image library."""

import json
import struct
import zlib
from pathlib import Path
from typing import Any

import typst

from kit.paper import pdf
from kit.paper.fonts import FACES, fonts
from kit.paper.papers import Paper
from kit.paper.sheet import sheet_of

POINTS = 80
_SHADES, _REDS = 16, 8
_PALETTE = bytes(
    part
    for colour in [
        *((n * 17,) * 3 for n in range(_SHADES)),
        *((192 + n * 63 // 7, n * 255 // 7, n * 255 // 7) for n in range(_REDS)),
    ]
    for part in colour
)


def picture_of(letter: Paper) -> bytes:
    """Draw the first page of a letter as an indexed PNG."""
    day = letter.issued_on
    data = {"sheets": [sheet_of(letter)], "title": letter.number, "day": [day.year, day.month, day.day], "faces": FACES}
    folder = Path(pdf.__file__).parent / "templates"
    made: Any = typst.compile(
        str(folder / "letters.typ"),
        root=str(folder),
        font_paths=fonts(),
        format="png",
        ppi=POINTS,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return _indexed(made[0] if isinstance(made, list) else made)


def _indexed(png: bytes) -> bytes:
    width, height, rows = _rows(png)
    lines = b"".join(b"\0" + bytes(_index(row, at) for at in range(0, len(row), 4)) for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, part) for name, part in parts)


def _index(row: bytearray, at: int) -> int:
    red, green = row[at], row[at + 1]
    if red - green > 24:
        return _SHADES + green * (_REDS - 1) // 255
    return green * (_SHADES - 1) // 255


def _rows(png: bytes) -> tuple[int, int, list[bytearray]]:
    """The lines of an RGBA picture, their filters undone."""
    width, height, packed, at = 0, 0, b"", 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + length]
        if name == b"IHDR":
            width, height = struct.unpack(">II", body[:8])
            assert body[8:10] == b"\x08\x06", "eight bits, with alpha"
        packed += body if name == b"IDAT" else b""
        at += 12 + length
    flat, size, rows = zlib.decompress(packed), width * 4, [bytearray(width * 4)]
    for start in range(0, len(flat), size + 1):
        rows.append(_unfiltered(flat[start], bytearray(flat[start + 1 : start + 1 + size]), rows[-1]))
    return width, height, rows[1:]


def _unfiltered(kind: int, row: bytearray, above: bytearray) -> bytearray:
    for at in range(len(row)) if kind else ():
        left, up = row[at - 4] if at >= 4 else 0, above[at]
        corner = above[at - 4] if at >= 4 else 0
        guess = (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]
        row[at] = (row[at] + guess) & 255
    return row


def _paeth(left: int, up: int, corner: int) -> int:
    near = left + up - corner
    return min((left, up, corner), key=lambda each: abs(near - each))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
