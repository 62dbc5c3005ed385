"""Scans for tests: a picture of every kind that the viewer shows."""

import base64
from io import BytesIO

from PIL import Image

# 64 by 48, as a telephone keeps a photograph; nothing in this house writes that kind.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAADcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    "bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBp"
    "eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAD9tZGF0AAAAMygBrxmAB07fOStMOzqsRCZIcf75dMbCuc/z3UBo"
    "BSuAY+xkFUi85Ll60smYdGFeGxZBYA=="
)


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (60, 40), upright: int = 1) -> bytes:
    """A picture; ``upright``: what its EXIF says of how the camera was held (6: turned by a quarter)."""
    image = Image.new("RGB", size, (230, 230, 200))
    exif = image.getexif()
    exif[274] = upright
    out = BytesIO()
    image.save(out, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return out.getvalue()


def pdf(pages: int) -> bytes:
    """A PDF of so many pages."""
    out, image = BytesIO(), Image.new("RGB", (60, 80), (255, 255, 255))
    image.save(out, "PDF", save_all=True, append_images=[image] * (pages - 1))
    return out.getvalue()
