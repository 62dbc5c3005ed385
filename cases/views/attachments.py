"""The files of a case: only through the case file, only as a download."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from cases.printing.answers import attachment_answer
from kit.web import staff_only
from organizations.views.people import member


@require_safe
@staff_only
def attachment(request: HttpRequest, attachment_id: int) -> FileResponse:
    """Send one file to who may read the case it belongs to. Raises Refused not_found."""
    return attachment_answer(member(request), attachment_id)
