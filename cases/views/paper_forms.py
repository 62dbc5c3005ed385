"""Forms of a case to print: the registration, blanks to take along, reports drawn from what was recorded."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.printing.answers import form_answer
from cases.printing.names_in_files import way_to_form
from cases.printing.paper_forms import Printable, form_asked, printable_forms
from cases.reading.case_file import CaseFile
from cases.sight.out_of_reach import key_of
from cases.views.asking import file_or_question
from cases.views.shared import asked_file
from kit.web import staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def paper_form(request: HttpRequest, case_id: int, form: str) -> HttpResponse:
    """Send one form as PDF, once there is a reason to see its names; ``leg`` or ``document`` in the query say of which.

    Raises Refused: not_found, glyph_missing.
    """
    file, staff = asked_file(request, case_id), member(request)
    leg, document = key_of(request.GET.get("leg")), key_of(request.GET.get("document"))
    asked = form_asked(file, staff, form, leg_id=leg, document_id=document)
    return file_or_question(
        request,
        file,
        way_to_form(file, staff, asked, today()),
        lambda: form_answer(file, staff, asked),
        title=asked.form.label,
        back_url=reverse("cases:case", args=[case_id]),
        document_id=document,
    )


def form_lines(file: CaseFile, staff: Staff) -> list[dict[str, str]]:
    """Return [{label, of, url}] of the forms of the case and its legs; those of a letter stand on its page."""
    return [
        {"label": each.form.label, "of": each.of, "url": form_url(file, each)}
        for each in printable_forms(file, staff)
        if each.document is None
    ]


def receipt_form_url(file: CaseFile, staff: Staff, document_id: int) -> str:
    """Return the address of the receipt to take along with a letter."""
    found = (e for e in printable_forms(file, staff) if e.document and e.document.pk == document_id)
    return next((form_url(file, each) for each in found), "")


def form_url(file: CaseFile, what: Printable) -> str:
    """Return the address of a form."""
    keys = {"leg": what.leg, "document": what.document}
    query = urlencode({name: row.pk for name, row in keys.items() if row})
    address = reverse("cases:paper_form", args=[file.case.pk, what.form])
    return f"{address}?{query}" if query else address
