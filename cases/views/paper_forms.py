"""Forms of a case to print: the registration, blanks to take along, reports drawn from what was recorded."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.paper_forms import Printable, form_pdf, printable_forms
from cases.reading import CaseFile
from cases.views.letter_files import PDF, file_answer
from cases.views.shared import asked_file, key_of, staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def paper_form(request: HttpRequest, case_id: int, form: str) -> HttpResponse:
    """Send one form as PDF; ``leg`` or ``document`` in the query say of which. Raises Refused: not_found, glyph_missing."""
    file = asked_file(request, case_id)
    leg, document = key_of(request.GET.get("leg")), key_of(request.GET.get("document"))
    return form_answer(file, member(request), form, leg, document)


def form_answer(
    file: CaseFile, staff: Staff, form: str, leg: int | None, document: int | None
) -> HttpResponse:
    """Return a form as a PDF to look at and print. Raises Refused: not_found, glyph_missing."""
    name, content = form_pdf(file, staff, form, today(), leg_id=leg, document_id=document)
    return file_answer(content, PDF, f"{name}.pdf", saved=False)


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
