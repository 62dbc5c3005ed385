"""The scans of an envelope, page by page: who looks at them is noted, as whoever takes a file out."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from organizations.journal.noting import note
from organizations.journal.verbs import RECORD_FILE_SAVED
from organizations.models import RecordFile, Staff
from organizations.record_files import files_of
from reception.envelopes.reading import envelope_of
from reception.scans.showing import viewer


def pages_of_envelope(staff: Staff, key: int) -> dict[str, Any]:
    """Return the pages of the scans of an envelope that a person may read. Raises Refused not_found."""
    files = files_of(envelope_of(staff, key))
    for file in files:
        note(RECORD_FILE_SAVED, by=staff, about=file)
    return viewer(_contents(files))


def _contents(files: list[RecordFile]) -> Iterator[tuple[str, str, bytes]]:
    for file in files:
        with file.file.open("rb") as opened:
            yield file.name, PurePath(file.name).suffix, opened.read()
