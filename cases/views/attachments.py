"""The files of a case: only through the case file, only as a download."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from cases.actions.frame import not_found
from cases.models import Attachment
from cases.views.shared import asked_file, staff_only


@require_safe
@staff_only
def attachment(request: HttpRequest, attachment_id: int) -> FileResponse:
    """Send one file to who may read the case it belongs to. Raises Refused not_found."""
    case_id = Attachment.objects.filter(pk=attachment_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise not_found()
    found = next(
        (each for each in asked_file(request, case_id).attachments if each.pk == attachment_id), None
    )
    if found is None:
        raise not_found()
    try:
        content = found.file.open("rb")
    except FileNotFoundError as lost:
        raise not_found() from lost
    answer = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.content_type)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
