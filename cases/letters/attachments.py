"""Files that come with a case: stored once each, under a name of no meaning."""

from collections.abc import Sequence
from uuid import uuid4

from cases.models import Attachment, Case, Leg
from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff


def store_files(
    case: Case, files: Sequence[CheckedFile], by: Staff | None, *, leg: Leg | None = None, title: str = ""
) -> int:
    """Store the files of a case, or of one leg of it, and return how many are new; what is there is not kept twice.

    Raises Refused: files_not_stored.
    """
    known = set(case.attachments.filter(leg=leg).values_list("sm3", flat=True))
    fresh = {file.sm3: file for file in files if file.sm3 not in known}
    try:
        for file in fresh.values():
            _store(case, file, by, leg, title)
    except OSError as failed:
        raise Refused("files_not_stored", "附件没有存上，本次没有办理。请稍后重试，或者先去掉附件。") from failed
    return len(fresh)


def _store(case: Case, file: CheckedFile, by: Staff | None, leg: Leg | None, title: str) -> None:
    file.upload.seek(0)
    row = Attachment(
        case=case,
        leg=leg,
        title=title,
        name=file.name,
        content_type=file.content_type,
        size=file.size,
        sm3=file.sm3,
        added_by=by,
    )
    row.file.save(f"{uuid4().hex}{file.suffix}", file.upload, save=False)
    row.save()
