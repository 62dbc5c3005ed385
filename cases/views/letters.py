"""A letter as it goes out, with how it was served."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.presenting.papers import corrected, letter_page, scan_lines, service_words
from cases.presenting.scanned import attach_url
from cases.views.letter_files import letter_of
from cases.views.paper_forms import receipt_form_url
from cases.views.shared import asked_file, staff_only
from organizations.views.people import member


@require_safe
@staff_only
def letter(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Show a letter of a leg that this person may read."""
    file = asked_file(request, case_id)
    document = letter_of(file, document_id)
    context = {
        "letter": letter_page(document),
        "services": [service_words(service) for service in document.services.all()] + corrected(document),
        "scans": scan_lines(document),
        "attach_url": attach_url(file, document),
        "receipt_url": receipt_form_url(file, member(request), document.pk),
        "number": file.case.number,
        "pdf_url": reverse("cases:letter_pdf", args=[case_id, document_id]),
        "word_url": reverse("cases:letter_word", args=[case_id, document_id]),
        "back_url": reverse("cases:case", args=[case_id]),
    }
    return render(request, "cases/letter.html", context)
