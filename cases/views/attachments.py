"""The files of a case: only through the case file, only as a download."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from cases.models import Attachment
from cases.reading.case_file import read_case
from cases.sight.out_of_reach import not_found
from kit.web import staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def attachment(request: HttpRequest, attachment_id: int) -> FileResponse:
    """Send one file to who may read the case it belongs to. Raises Refused not_found."""
    return attachment_answer(member(request), attachment_id)


def attachment_answer(staff: Staff, attachment_id: int) -> FileResponse:
    """Return one file of a case that this person may read. Raises Refused not_found."""
    files = Attachment.objects.readable_by(staff).filter(pk=attachment_id)
    case_id = files.values_list("case_id", flat=True).first()
    if case_id is None:
        raise not_found()
    found = next(
        (each for each in read_case(case_id, by=staff, on=today()).attachments if each.pk == attachment_id), None
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
