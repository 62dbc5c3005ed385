"""A file that somebody brought for long work: kept for a few days, seen by nobody else, fetched to where it can be read."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage

from kit.jobs.models import Job, JobState
from law.errors import Refused
from organizations.jobs.asking import assert_himself, kind_of
from organizations.models import Staff
from organizations.today import today

KEPT_DAYS = 3


def keep_upload(code: str, upload: "File[bytes]", name: str, *, by: Staff, arguments: Mapping[str, Any]) -> Job:
    """Keep an upload as a draft of long work. Raises Refused: not_built, not_permitted, files_not_stored, and what the kind refuses with."""
    assert_himself(by)
    kind = kind_of(code)
    if refusal := kind.refusal(by, arguments):
        raise refusal
    draft = Job(owner=by, kind=code, arguments=dict(arguments), state=JobState.DRAFT, upload_name=name[:120])
    draft.expires_on = today() + timedelta(days=KEPT_DAYS)
    try:
        draft.upload.save(f"{uuid4().hex}.upload", upload, save=True)
    except OSError as failed:
        raise Refused("files_not_stored", "文件没有存上。请稍后重试。") from failed
    return draft


def drafts_of(staff: Staff, code: str) -> list[Job]:
    """Return the uploads of a person that are still kept, the newest first."""
    assert_himself(staff)
    rows = Job.objects.filter(owner=staff, kind=code, state=JobState.DRAFT, expires_on__gte=today())
    return list(rows.order_by("-id")[:20])


def draft_of(staff: Staff, key: int) -> Job:
    """Return one of a person's own uploads. Raises Refused not_found: another's, cleared, or never there."""
    assert_himself(staff)
    draft = Job.objects.filter(owner=staff, pk=key, state=JobState.DRAFT, expires_on__gte=today()).first()
    if draft is None or not draft.upload:
        raise Refused("not_found", f"没有这个文件，或者已经清除：上传的文件只保留{KEPT_DAYS}天。请重新上传。")
    return draft


def copied(draft: Job, folder: Path) -> Path:
    """Copy an upload from the store into a folder, under its own name, and return where it lies. Raises Refused not_found."""
    path = folder / (draft.upload_name or "upload")
    try:
        with default_storage.open(str(draft.upload.name)) as stored, path.open("wb") as file:
            copyfileobj(stored, file)
    except OSError as gone:
        raise Refused("not_found", "上传的文件已经不在了，请重新上传。") from gone
    return path


def forget(draft: Job) -> None:
    """Delete an upload that is of no use."""
    default_storage.delete(str(draft.upload.name))
    draft.delete()
