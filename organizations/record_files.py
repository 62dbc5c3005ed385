"""Files of the rooms' records: stored once each, read by whoever may read the record, noted when taken out."""

from collections.abc import Sequence

from django.http import FileResponse

from kit.files import CheckedFile
from kit.stored_files import columns_of, fresh_files, keep_files
from kit.web import download
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import RECORD_FILE_SAVED, RECORD_FILES_ADDED
from organizations.models import RecordFile, Staff
from organizations.models.record import Record
from organizations.today import now


def store_record_files(record: Record, files: Sequence[CheckedFile], *, by: Staff) -> int:
    """Store the files of a record inside its `recording`, and return how many are new. Raises Refused files_not_stored."""
    kind, key = record._meta.label_lower, record.pk
    known = set(RecordFile.objects.hanging_on(record).values_list("sm3", flat=True))
    rows = (
        (RecordFile(kind=kind, key=key, added_by=by, added_at=now(), **columns_of(file)), file)
        for file in fresh_files(files, known)
    )
    if kept := keep_files(rows):
        note(RECORD_FILES_ADDED, by=by, at=record.unit, about=record, files=kept)
    return kept


def files_of(record: Record) -> list[RecordFile]:
    """Return the files of a record."""
    return list(RecordFile.objects.hanging_on(record))


def record_file_answer(staff: Staff, file_id: int) -> FileResponse:
    """Return one file of a record that this person may read, to save. Raises Refused not_found."""
    found = RecordFile.objects.readable_by(staff).filter(pk=file_id).first()
    if found is None:
        raise _not_found()
    answer = download(found.file, found.name, found.content_type, lost=_not_found())
    note(RECORD_FILE_SAVED, by=staff, about=found)
    return answer


def _not_found() -> Refused:
    return Refused("not_found", "没有这个附件，或者不在您的查看范围内。")
