"""What stands in the bytes of a PDF, read with nothing but zlib: fonts, characters that have a glyph, pages."""

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_ONE = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


def everything(pdf: bytes) -> bytes:
    """The file with every stream that can be unpacked, unpacked, behind it."""
    unpacked = []
    for found in _STREAM.findall(pdf):
        try:
            unpacked.append(zlib.decompressobj().decompress(found))
        except zlib.error:
            continue
    return b"\n".join([pdf, *unpacked])


def shown_by_a_glyph(pdf: bytes) -> set[str]:
    """The characters for which an embedded face has a glyph of its own: glyph 0 is the empty box (.notdef)."""
    found: set[str] = set()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", everything(pdf), re.DOTALL):
        for glyph, text in _ONE.findall(block.decode("latin-1")):
            if int(glyph, 16):
                found |= set(bytes.fromhex(text).decode("utf-16-be"))
    return found


def page_count(pdf: bytes) -> int:
    """How many pages the file has."""
    return len(re.findall(rb"/Type\s*/Page\b", everything(pdf)))
