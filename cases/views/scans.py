"""Sealed scans of letters: one to look at, a day's in one archive; the same reach as the letter's page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.lists.day_letters import asked_day, scanned_letters
from cases.printing.answers import scan_answer, scans_answer
from cases.views.letter_files import day_asked, day_or_question, letter_or_question
from kit.web import staff_only

ZIP = "application/zip"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def scan_file(request: HttpRequest, case_id: int, document_id: int, scan_id: int) -> HttpResponse:
    """Send one scan of a letter, once there is a reason to see its names. Raises Refused: not_found, not_permitted."""
    return letter_or_question(
        request, case_id, document_id, lambda file, staff, document: scan_answer(file, staff, document, scan_id)
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_scans(request: HttpRequest) -> HttpResponse:
    """Send the sealed scans of a day's letters in one archive. Raises Refused: not_permitted, not_found, day_unclear."""
    staff, form = day_asked(request, "下载哪一天的扫描件")
    day = asked_day(form, staff)
    return day_or_question(request, day, scanned_letters(day, staff), lambda ways: scans_answer(day, ways, staff))
