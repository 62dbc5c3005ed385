"""The case page, and the slim page of who was only asked for something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.presenting.asked_page import asked_page
from cases.presenting.page import case_page
from cases.presenting.receipts import receipt_url
from cases.record.looking import note_sealed_reading
from cases.views.paper_forms import form_lines
from cases.views.shared import asked_file
from kit.web import staff_only
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show a case as far as this person may read it."""
    file, staff = asked_file(request, case_id), member(request)
    note_sealed_reading(file.case, staff)
    if file.whole:
        context = {
            **case_page(file, today(), staff),
            "receipt_url": receipt_url(file, staff),
            "forms": form_lines(file, staff),
        }
        return render(request, "cases/case.html", context)
    return render(request, "cases/asked.html", asked_page(file, today()))
