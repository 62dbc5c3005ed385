"""Text files of any origin: plain or gzip, UTF-8, GB18030 or UTF-16, looked through once before they are believed."""

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from law.errors import Refused

_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"
_ASCII = bytes(range(128))
_BAD = re.compile("[\udc80-\udcff]")
# UTF-8 with a few broken rows is still UTF-8; of GB18030 text nearly every byte is wrong in UTF-8.
_MOST_BAD = 0.05
_MOST_NULS = 0.01


@dataclass(frozen=True)
class TextFile:
    """A readable text file; ``errors`` lets single bad bytes through as lone surrogates, to be refused row by row."""

    path: Path
    encoding: str
    errors: str = "strict"

    def open(self) -> TextIO:
        """Open for reading, line ends untouched."""
        return io.TextIOWrapper(_raw(self.path), encoding=self.encoding, errors=self.errors, newline="")


def text_file(path: Path) -> TextFile:
    """Read the whole file once and tell its encoding. Raises Refused: file_unreadable, file_encoding."""
    try:
        return _examined(path)
    except FileNotFoundError as error:
        raise Refused("file_unreadable", f"找不到文件：{path}。") from error
    except (OSError, EOFError, zlib.error) as error:
        raise Refused("file_unreadable", f"文件无法读取：{path}（{error}）。没有导入任何内容。") from error


def _examined(path: Path) -> TextFile:
    start = next(_chunks(path), b"")
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        if _decodes(path, "utf-16"):
            return TextFile(path, "utf-16")
        raise _not_text(path)
    bad, beyond_ascii, nuls, size = _counted(path)
    if nuls > size * _MOST_NULS:
        raise _not_text(path)
    if bad <= beyond_ascii * _MOST_BAD:
        return TextFile(path, "utf-8-sig", "surrogateescape" if bad else "strict")
    if _decodes(path, "gb18030"):
        return TextFile(path, "gb18030")
    raise _not_text(path)


def _counted(path: Path) -> tuple[int, int, int, int]:
    """Count the bytes that are no UTF-8, those beyond ASCII, the NULs, and all."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    bad = beyond = nuls = size = 0
    for chunk in _chunks(path):
        bad += len(_BAD.findall(decoder.decode(chunk)))
        beyond += len(chunk.translate(None, _ASCII))
        nuls += chunk.count(0)
        size += len(chunk)
    return bad + len(decoder.decode(b"", final=True)), beyond, nuls, size


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _chunks(path: Path) -> Iterator[bytes]:
    with _raw(path) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _raw(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(2) == _GZIP
    return cast("BinaryIO", gzip.open(path, "rb")) if zipped else path.open("rb")


def _not_text(path: Path) -> Refused:
    return Refused(
        "file_encoding",
        f"文件{path.name}不是UTF-8、GBK（GB18030）或者UTF-16编码的文本，也不是xlsx表格。"
        "请另存为UTF-8格式的CSV或者xlsx再导入。没有导入任何内容。",
    )
