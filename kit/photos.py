"""Photographs as they are kept: smaller, without where and when they were taken, on what, by whom."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from pi_heif import register_heif_opener
from PIL import Image, ImageOps, UnidentifiedImageError

from kit.files import CheckedFile, check_files
from law.errors import Refused

ACCEPTED = ".jpg,.jpeg,.png,.webp,.heic,.heif"
_SUFFIXES = (".jpg", ".png", ".webp", ".heic")
_LONGEST = 1600
_MOST_PIXELS = 100_000_000
_QUALITY = 82
register_heif_opener()


def bare_photos(files: list[CheckedFile]) -> list[CheckedFile]:
    """Return photographs as JPEG without their EXIF and position. Raises Refused: photo_unfit, photo_broken."""
    return [_bare(file) for file in files]


def _bare(file: CheckedFile) -> CheckedFile:
    if file.suffix not in _SUFFIXES:
        raise Refused("photo_unfit", f"“{file.name}”不是照片，可以用JPG、PNG、WEBP、HEIC图片。")
    file.upload.seek(0)
    try:
        with Image.open(BytesIO(file.upload.read())) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise Refused("photo_unfit", f"照片“{file.name}”太大，请缩小后再上传。")
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Refused("photo_broken", f"照片“{file.name}”打不开，请重新拍摄或者选择。") from broken
    upright.thumbnail((_LONGEST, _LONGEST))
    # A picture made of the pixels alone: whatever else the file carried stays behind.
    plain = Image.new("RGB", upright.size)
    plain.paste(upright)
    out = BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY)
    [bare] = check_files([SimpleUploadedFile(f"{file.name.rpartition('.')[0]}.jpg", out.getvalue())])
    return bare
