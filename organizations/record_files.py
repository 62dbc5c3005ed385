"""Files of the rooms' records: stored once each, read by whoever may read the record, noted when taken out."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.http import FileResponse

from kit.files import CheckedFile
from kit.web import download
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import RECORD_FILE_SAVED
from organizations.models import RecordFile, Staff
from organizations.models.record import Record
from organizations.today import now


def store_record_files(record: Record, files: Sequence[CheckedFile], *, by: Staff) -> int:
    """Store the files of a record inside its `recording`, and return how many are new. Raises Refused files_not_stored."""
    kind = record._meta.label_lower
    known = set(RecordFile.objects.filter(kind=kind, key=record.pk).values_list("sm3", flat=True))
    fresh = {file.sm3: file for file in files if file.sm3 not in known}
    try:
        for file in fresh.values():
            file.upload.seek(0)
            row = RecordFile(
                kind=kind,
                key=record.pk,
                name=file.name,
                content_type=file.content_type,
                size=file.size,
                sm3=file.sm3,
                added_by=by,
                added_at=now(),
            )
            row.file.save(f"{uuid4().hex}{file.suffix}", file.upload, save=False)
            row.save()
    except OSError as failed:
        raise Refused("files_not_stored", "附件没有存上，本次没有办理。请稍后重试，或者先去掉附件。") from failed
    return len(fresh)


def files_of(record: Record) -> list[RecordFile]:
    """Return the files of a record."""
    return list(RecordFile.objects.filter(kind=record._meta.label_lower, key=record.pk))


def record_file_answer(staff: Staff, file_id: int) -> FileResponse:
    """Return one file of a record that this person may read, to save. Raises Refused not_found."""
    found = RecordFile.objects.filter(pk=file_id).first()
    if found is None or not _rows(found.kind).readable_by(staff).filter(pk=found.key).exists():
        raise _not_found()
    try:
        answer = download(found.file, found.name, found.content_type)
    except FileNotFoundError as lost:
        raise _not_found() from lost
    note(RECORD_FILE_SAVED, by=staff, about=found)
    return answer


def _rows(kind: str) -> Any:
    return apps.get_model(kind)._default_manager


def _not_found() -> Refused:
    return Refused("not_found", "没有这个附件，或者不在您的查看范围内。")
