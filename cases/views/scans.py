"""Sealed scans of letters: one to look at, a day's in one archive; the same reach as the letter's page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.forms.days import DayForm
from cases.lists.day_letters import asked_day, assert_reader, scanned_letters
from cases.presenting.papers import letter_url
from cases.printing.answers import scan_answer, scans_answer
from cases.reading.case_file import letter_of
from cases.reading.ways_to_names import way_to_letter
from cases.views.asking import file_or_question
from cases.views.letter_files import day_or_question
from cases.views.shared import asked_file
from kit.web import staff_only
from law.errors import Refused
from law.vocabulary import Letter
from organizations.today import today
from organizations.views.people import member

ZIP = "application/zip"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def scan_file(request: HttpRequest, case_id: int, document_id: int, scan_id: int) -> HttpResponse:
    """Send one scan of a letter, once there is a reason to see its names. Raises Refused: not_found, not_permitted."""
    file, staff = asked_file(request, case_id), member(request)
    document = letter_of(file, document_id)
    return file_or_question(
        request,
        file,
        way_to_letter(file, staff, document, today()),
        lambda: scan_answer(file, staff, document, scan_id),
        title=f"{Letter(document.kind).label} {document.number}",
        back_url=letter_url(document),
        document_id=document.pk,
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_scans(request: HttpRequest) -> HttpResponse:
    """Send the sealed scans of a day's letters in one archive. Raises Refused: not_permitted, not_found, day_unclear."""
    staff, form = assert_reader(member(request)), DayForm(request.GET)
    if not form.is_valid():
        raise Refused("day_unclear", "请写明下载哪一天的扫描件，例如 2026-03-02。")
    day = asked_day(form, staff)
    return day_or_question(request, day, scanned_letters(day, staff), lambda ways: scans_answer(day, ways, staff))
