"""Files that somebody gives: told by their content, never by their name; cleaned and digested."""

import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile

from kit.upload_limits import MOST_BYTES, MOST_FILES
from law.errors import Refused
from vault.digests import sm3

if TYPE_CHECKING:
    Upload = UploadedFile[bytes]
else:
    Upload = UploadedFile

MOST_NAME = 100
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,.docx,.xlsx,.txt"
_KINDS = "PDF、JPG、PNG、WEBP、HEIC图片、DOCX、XLSX、TXT"
_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPE_OF = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".heic": "image/heic",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".txt": "text/plain",
}
# What an office file may unfold to; a small file that unfolds to more is made to fill a disk.
_MOST_UNFOLDED, _MOST_PARTS = 200 * 1024 * 1024, 5000
_SAME = {".jpeg": ".jpg", ".heif": ".heic"}
# The brands of a photograph as telephones of one maker keep it.
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})


@dataclass(frozen=True)
class CheckedFile:
    """An upload whose content was looked at: its clean name and what it really is."""

    upload: Upload
    name: str
    suffix: str
    sm3: str
    size: int

    @property
    def content_type(self) -> str:
        """Return the type the content has, as it is sent with a download."""
        return CONTENT_TYPE_OF[self.suffix]


def check_files(uploads: Sequence[Upload]) -> list[CheckedFile]:
    """Look at every upload. Raises Refused: too_many_files, file_empty, file_too_large, file_kind."""
    if len(uploads) > MOST_FILES:
        raise Refused("too_many_files", f"一次最多{MOST_FILES}个附件，现有{len(uploads)}个。")
    return [_checked(upload) for upload in uploads]


def clean_name(name: str, suffix: str) -> str:
    """Return a name that is safe to show and to save: no folders, no control characters, the suffix of the content."""
    flat = unicodedata.normalize("NFC", name.replace("\\", "/"))
    visible = "".join(ch for ch in PurePath(flat).name if ch.isprintable() and ch not in '<>:"|?*/')
    stem, dot, ending = visible.rpartition(".")
    own = f".{ending.lower()}" if dot else ""
    stem = stem if dot and _SAME.get(own, own) == suffix else visible
    return f"{stem.strip(' .')[:MOST_NAME] or '附件'}{suffix}"


def _checked(upload: Upload) -> CheckedFile:
    shown = clean_name(upload.name or "", "")
    size = upload.size or 0
    if not size:
        raise Refused("file_empty", f"附件“{shown}”是空的。")
    if size > MOST_BYTES:
        raise Refused(
            "file_too_large", f"附件“{shown}”有{size / 1024 / 1024:.1f}MB，每个最多{MOST_BYTES // 1024 // 1024}MB。"
        )
    upload.seek(0)
    content = upload.read()
    suffix = _kind_of(content, upload)
    if not suffix:
        raise Refused("file_kind", f"附件“{shown}”的内容不是可以接收的文件，可以用：{_KINDS}。")
    return CheckedFile(upload, clean_name(upload.name or "", suffix), suffix, sm3(content), size)


def _kind_of(content: bytes, upload: Upload) -> str:
    """Return the suffix that belongs to the content, "" for what is not accepted."""
    if content.startswith(b"%PDF-"):
        return ".pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        return ".heic"
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(upload)
    return ".txt" if _is_text(content) else ""


def _office_kind(upload: Upload) -> str:
    upload.seek(0)
    try:
        with zipfile.ZipFile(upload) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ""
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNFOLDED:
        return ""
    if "[Content_Types].xml" not in names or any(name.lower().endswith("vbaproject.bin") for name in names):
        return ""
    return ".docx" if "word/document.xml" in names else ".xlsx" if "xl/workbook.xml" in names else ""


def _is_text(content: bytes) -> bool:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not any(ord(ch) < 32 and ch not in "\t\r\n\f" for ch in text)
    return False
