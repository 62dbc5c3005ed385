"""Sealed scans of letters: what counts as one, and which of those given are new."""

from collections.abc import Sequence

from kit.files import CheckedFile
from kit.stored_files import fresh_files
from law.errors import Refused

# What a scanner makes, by content.
SCANNED = (".pdf", ".jpg", ".png")
NOT_STORED = "扫描件没有存上，本次没有办理。请稍后重试。"


def fresh_scans(files: Sequence[CheckedFile], known: set[str], *, number: str, article: str = "") -> list[CheckedFile]:
    """Return the scans that the letter of this number does not have yet. Raises Refused: scan_kind, scan_known."""
    if unfit := [file.name for file in files if file.suffix not in SCANNED]:
        text = f"“{'、'.join(unfit)}”不是扫描件：盖章扫描件应为 PDF、JPG 或者 PNG。"
        raise Refused("scan_kind", text, article)
    fresh = fresh_files(files, known)
    if not fresh:
        raise Refused("scan_known", f"{number}已经有这份扫描件，不需要再附。", article)
    return fresh
