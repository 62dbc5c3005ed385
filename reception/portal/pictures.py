"""Pictures that citizens send: upright, and without what the camera wrote into them (where, when, with what; practice §6)."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps

from kit.files import CheckedFile, clean_name
from law.errors import Refused
from reception.scans.rendering import MOST_PIXELS
from vault.digests import sm3

_PICTURES = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".heic": "JPEG"}
# What comes from outside is opened by as little code as possible.
_OPENED = ("JPEG", "PNG", "WEBP", "HEIF")
_QUALITY = 88


def without_traces(file: CheckedFile) -> CheckedFile:
    """Return a picture saved anew, whatever else is a file as it is. Raises Refused unreadable_picture."""
    kind = _PICTURES.get(file.suffix)
    if kind is None:
        return file
    file.upload.seek(0)
    try:
        content = _anew(file.upload.read(), kind)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Refused("unreadable_picture", f"图片“{file.name}”打不开，请重新拍照或者换一个文件。") from broken
    suffix = ".jpg" if file.suffix == ".heic" else file.suffix
    name = clean_name(file.name.rpartition(".")[0] + suffix, suffix)
    return CheckedFile(SimpleUploadedFile(name, content), name, suffix, sm3(content), len(content))


def _anew(content: bytes, kind: str) -> bytes:
    with Image.open(BytesIO(content), formats=_OPENED) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("more pixels than any camera makes")
        upright = ImageOps.exif_transpose(image)
        plain = upright.convert("RGB") if kind == "JPEG" else upright
        # Pixels alone are carried over: no EXIF, XMP, comment, thumbnail or profile of the camera.
        bare = Image.new(plain.mode, plain.size)
        bare.paste(plain)
        if plain.mode == "P" and (palette := plain.getpalette()):
            bare.putpalette(palette)
    out = BytesIO()
    bare.save(out, kind, **({} if kind == "PNG" else {"quality": _QUALITY}))
    return out.getvalue()
