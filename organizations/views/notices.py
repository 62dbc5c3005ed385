"""What hangs on the records of rooms: a line on the desk, a file."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from kit.web import staff_only
from organizations.record_files import record_file_answer
from organizations.record_notices import open_notice
from organizations.views.people import member


@require_safe
@staff_only
def record_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Go to what one of my lines is about. Raises Refused not_found."""
    return redirect(open_notice(member(request), notice_id))


@require_safe
@staff_only
def record_file(request: HttpRequest, file_id: int) -> FileResponse:
    """Send one file of a record to who may read the record. Raises Refused not_found."""
    return record_file_answer(member(request), file_id)
