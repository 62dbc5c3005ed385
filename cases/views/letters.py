"""A letter as it goes out, with how it was served; its names are masked until a reason was given today."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.presenting.asking import asking
from cases.presenting.papers import corrected, scan_lines
from cases.presenting.scanned import attach_url
from cases.reading.case_file import letter_of
from cases.reading.ways_to_names import letter_on_screen, way_to_letter
from cases.views.asking import keep_reason, shown_page
from cases.views.paper_forms import receipt_form_url
from cases.views.shared import asked_file
from kit.paper.sheet import letter_page
from kit.web import staff_only
from law.errors import Refused
from organizations.papers.serving import service_words
from organizations.today import today
from organizations.views.people import member


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def letter(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Show a letter of a leg that this person may read; sent, keep his reason for seeing its names.

    Raises Refused: not_found, not_permitted.
    """

    def shown(refused: Refused | None = None) -> HttpResponse:
        file, staff = asked_file(request, case_id), member(request)
        document = letter_of(file, document_id)
        way = way_to_letter(file, staff, document, today())
        context = {
            "letter": letter_page(letter_on_screen(file, document, way)),
            "ask": asking(way, refused),
            "services": [service_words(service) for service in document.services.all()] + corrected(document),
            "scans": scan_lines(document),
            "attach_url": attach_url(file, document),
            "receipt_url": receipt_form_url(file, staff, document.pk),
            "number": file.case.number,
            "pdf_url": reverse("cases:letter_pdf", args=[case_id, document_id]),
            "word_url": reverse("cases:letter_word", args=[case_id, document_id]),
            "back_url": reverse("cases:case", args=[case_id]),
        }
        return shown_page(request, "cases/letter.html", context, refused)

    if request.method == "POST":
        file = asked_file(request, case_id)
        return keep_reason(request, file, letter_of(file, document_id).pk, shown)
    return shown()
