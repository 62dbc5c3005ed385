"""Keeping files that were looked at: each under a name of no meaning, in a row of its own."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from kit.files import CheckedFile
from law.errors import Refused

LOST = "附件没有存上，本次没有办理。请稍后重试，或者先去掉附件。"
_KIB = 1024


def columns_of(file: CheckedFile) -> dict[str, Any]:
    """Return what the row of a stored file says of it."""
    return {"name": file.name, "content_type": file.content_type, "size": file.size, "sm3": file.sm3}


def keep_files(pairs: Iterable[tuple[Any, CheckedFile]], *, lost: str = LOST) -> int:
    """Store each file with its unsaved row, and return how many. Raises Refused files_not_stored, saying ``lost``."""
    kept = 0
    try:
        for row, file in pairs:
            file.upload.seek(0)
            row.file.save(f"{uuid4().hex}{file.suffix}", file.upload, save=False)
            row.save()
            kept += 1
    except OSError as failed:
        raise Refused("files_not_stored", lost) from failed
    return kept


def fresh_files(files: Iterable[CheckedFile], known: set[str]) -> list[CheckedFile]:
    """Return each file once that is not there yet, by its digest."""
    return list({file.sm3: file for file in files if file.sm3 not in known}.values())


def size_words(count: int) -> str:
    """Return the size of a file as people read it."""
    return f"{count / _KIB / _KIB:.1f} MB" if count >= _KIB * _KIB else f"{max(count // _KIB, 1)} KB"
