"""Sealed scans of letters: stored once for each letter, beside the attachments of its case."""

from collections.abc import Sequence
from datetime import date

from cases.models import Document, Scan
from kit.files import CheckedFile
from kit.stored_files import columns_of, keep_files
from organizations.models import Staff
from organizations.papers.scans import NOT_STORED


def store_scans(document: Document, files: Sequence[CheckedFile], *, by: Staff, on: date) -> None:
    """Store the scans of a letter. Raises Refused: files_not_stored."""
    keep_files(((Scan(document=document, by=by, on=on, **columns_of(file)), file) for file in files), lost=NOT_STORED)
