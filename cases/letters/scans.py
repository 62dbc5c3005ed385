"""Sealed scans of letters: stored once for each letter, beside the attachments of its case."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from cases.models import Document, Scan
from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff

# What a scanner makes, by content.
SCANNED = (".pdf", ".jpg", ".png")


def store_scans(document: Document, files: Sequence[CheckedFile], *, by: Staff, on: date) -> None:
    """Store the scans of a letter. Raises Refused: files_not_stored."""
    try:
        for file in files:
            _store(document, file, by, on)
    except OSError as failed:
        raise Refused("files_not_stored", "扫描件没有存上，本次没有办理。请稍后重试。") from failed


def _store(document: Document, file: CheckedFile, by: Staff, on: date) -> None:
    file.upload.seek(0)
    row = Scan(
        document=document, name=file.name, content_type=file.content_type, size=file.size, sm3=file.sm3, by=by, on=on
    )
    row.file.save(f"{uuid4().hex}{file.suffix}", file.upload, save=False)
    row.save()
