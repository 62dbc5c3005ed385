"""A letter as it goes out, with how it was served."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.actions.frame import not_found
from cases.presenting.papers import corrected, letter_page, service_words
from cases.views.shared import asked_file, staff_only


@require_safe
@staff_only
def letter(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Show a letter of a leg that this person may read."""
    file = asked_file(request, case_id)
    document = next((document for document in file.documents if document.pk == document_id), None)
    if document is None:
        raise not_found()
    context = {
        "letter": letter_page(document),
        "services": [service_words(service) for service in document.services.all()] + corrected(document),
        "number": file.case.number,
        "back_url": reverse("cases:case", args=[case_id]),
    }
    return render(request, "cases/letter.html", context)
