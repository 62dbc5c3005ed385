"""Pages of a scan as pictures that every browser shows: PDF page by page, photographs upright, HEIC decoded.

The file itself is kept as it came; this is only what a person looks at while he types.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import pypdfium2
from pi_heif import register_heif_opener
from PIL import Image, ImageOps

from law.errors import Refused

SHOWN = frozenset({".pdf", ".jpg", ".png", ".webp", ".heic"})
WIDTH = 1240
MOST_PIXELS = 60_000_000
_QUALITY = 72
# PDFium may be used by one thread at a time.
_ONE_AT_A_TIME = Lock()
register_heif_opener()


@dataclass(frozen=True)
class Pages:
    """The first pages of a scan as JPEG, and how many it has."""

    images: list[bytes]
    total: int


def pages_of(content: bytes, suffix: str, *, most: int) -> Pages:
    """Return at most so many pages of a file. Raises Refused unreadable_scan: it is kept all the same, but cannot be shown."""
    try:
        return _of_pdf(content, most) if suffix == ".pdf" else Pages([_picture(content)] if most else [], 1)
    except (pypdfium2.PdfiumError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Refused("unreadable_scan", "这个文件打不开，不能在这里显示；登记时照原样保存。") from broken


def _of_pdf(content: bytes, most: int) -> Pages:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            total = len(document)
            return Pages([_page(document[place]) for place in range(min(total, most))], total)
        finally:
            document.close()


def _page(page: pypdfium2.PdfPage) -> bytes:
    width, height = page.get_size()
    # A page may say of itself that it is as large as a house.
    scale = min(WIDTH / max(width, 1), 2 * WIDTH / max(height, 1))
    return _jpeg(page.render(scale=scale).to_pil())


def _picture(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("more pixels than any scanner makes")
        image.draft("RGB", (2 * WIDTH, 2 * WIDTH))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((WIDTH, 2 * WIDTH))
        return _jpeg(upright)


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    # Saved anew: where and with what a photograph was taken does not travel with it.
    image.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
