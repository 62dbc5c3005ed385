"""审签稿: the real letter before it is issued, beside what was found out; for who submits it and who signs it."""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.places.reasons_to_see import Way
from cases.presenting.demands import demand_cards
from cases.presenting.history import inquiry_events
from cases.presenting.marks import opening_url
from cases.printing.previews import Preview, pictures, preview_of, preview_pdf
from cases.reading.case_file import CaseFile
from cases.views.asking import file_or_question
from cases.views.shared import asked_file
from kit.web import file_answer, staff_only
from law.vocabulary import Act
from organizations.papers.files import PDF
from organizations.today import today
from organizations.views.people import member

# What can be done from here, the signing first.
_NEXT = (Act.ISSUE, Act.SUBMIT, Act.SEND_BACK)


@require_safe
@staff_only
def preview(request: HttpRequest, case_id: int, leg_id: int) -> HttpResponse:
    """Show the draft of a leg as a letter. Raises Refused: not_found, not_permitted, wrong_state, glyph_missing."""
    file = asked_file(request, case_id)
    found = preview_of(file, leg_id, member(request), today())
    pages = [f"data:image/png;base64,{b64encode(page).decode()}" for page in pictures(file, found, today())]
    context = {
        "number": file.case.number,
        "subject": file.subject,
        "pages": pages,
        "masked": bool(pages) and found.way is not Way.OPEN,
        "refused": found.refused,
        "missing": found.missing,
        "demands": demand_cards(file, found.leg),
        "inquiries": inquiry_events(file),
        "buttons": _buttons(file, found),
        "pdf_url": reverse("cases:preview_pdf", args=[case_id, leg_id]) if pages else "",
        "back_url": reverse("cases:case", args=[case_id]),
    }
    return render(request, "cases/preview.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def preview_file(request: HttpRequest, case_id: int, leg_id: int) -> HttpResponse:
    """Send the draft as PDF, once there is a reason to see its names.

    Raises Refused: not_found, not_permitted, wrong_state, glyph_missing, and why there is no letter yet.
    """
    file, staff = asked_file(request, case_id), member(request)
    found = preview_of(file, leg_id, staff, today())
    return file_or_question(
        request,
        file,
        found.way,
        lambda: file_answer(
            preview_pdf(file, found, staff, today()), PDF, f"审签稿{file.case.number}.pdf", saved=False
        ),
        title="审签稿",
        back_url=reverse("cases:preview", args=[case_id, leg_id]),
    )


def _buttons(file: CaseFile, found: Preview) -> list[dict[str, Any]]:
    """Return what this person may do now with the draft, as addresses of its dialogs."""
    here = {each.act: each for each in file.openings if each.leg == found.leg}
    return [{"url": opening_url(here[act], file.case.pk), "label": act.label} for act in _NEXT if act in here]
