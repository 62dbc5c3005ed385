"""Files that come with a case: stored once each, under a name of no meaning."""

from collections.abc import Sequence

from cases.models import Attachment, Case, Leg
from kit.files import CheckedFile
from kit.stored_files import columns_of, fresh_files, keep_files
from organizations.models import Staff


def store_files(
    case: Case, files: Sequence[CheckedFile], by: Staff | None, *, leg: Leg | None = None, title: str = ""
) -> int:
    """Store the files of a case, or of one leg of it, and return how many are new; what is there is not kept twice.

    Raises Refused: files_not_stored.
    """
    fresh = fresh_files(files, set(case.attachments.filter(leg=leg).values_list("sm3", flat=True)))
    rows = ((Attachment(case=case, leg=leg, title=title, added_by=by, **columns_of(file)), file) for file in fresh)
    return keep_files(rows)
