"""Sealed scans of letters: one to look at, a day's in one archive; the same reach as the letter's page."""

import zipfile
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.letters.attachments import clean_name
from cases.lists.day_letters import Day, scans_of
from cases.models import Document
from cases.presenting.papers import letter_url
from cases.printing.names_in_files import DayWays, assert_image_open, day_on_paper, way_to_letter
from cases.reading.case_file import CaseFile
from cases.sight.out_of_reach import not_found
from cases.views.asking import file_or_question
from cases.views.letter_files import DayForm, asked_day, assert_reader, day_or_question, file_answer, letter_of
from cases.views.shared import asked_file
from kit.web import staff_only
from law.errors import Refused
from law.vocabulary import Letter
from organizations.models import Staff
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


def scanned_letters(day: Day, staff: Staff) -> list[Document]:
    """Return the letters of a day that have scans. Raises Refused not_found."""
    scanned = set(scans_of(day, staff).values_list("document_id", flat=True))
    if not scanned:
        raise Refused("not_found", f"{day.on.isoformat()}的文书还没有附上盖章扫描件。")
    return [letter for letter in day.letters if letter.pk in scanned]


def scan_answer(file: CaseFile, staff: Staff, document: Document, scan_id: int) -> HttpResponse:
    """Return one scan of a letter to save. Raises Refused: not_found, reason_needed, not_permitted."""
    found = next((each for each in document.scans.all() if each.pk == scan_id), None)
    if found is None:
        raise not_found()
    assert_image_open(file, staff, document, today())
    return file_answer(_content(found), found.content_type, found.name, saved=True)


def scans_answer(day: Day, ways: DayWays, staff: Staff) -> HttpResponse:
    """Return every scan of a day's letters, named by the letter's number; a line says of which letters none may be had.

    Raises Refused: reason_needed, not_permitted.
    """
    papers = day_on_paper(ways, staff, today())
    kept_back = "、".join(letter.number for letter, shown in papers if not shown)
    rows = list(
        scans_of(day, staff)
        .filter(document__in=[letter.pk for letter, shown in papers if shown])
        .select_related("document")
        .order_by("id")
    )
    if not rows:
        raise Refused("not_permitted", "这一天的扫描件上都有信访人的姓名，您的角色不能查看。")
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for place, scan in enumerate(rows, 1):
            archive.writestr(f"{place:03}-{clean_name(scan.document.number, '')}-{scan.name}", _content(scan))
        if kept_back:
            archive.writestr("没有收入的扫描件.txt", f"有信访人的姓名，您的角色不能查看：{kept_back}。")
    return file_answer(out.getvalue(), ZIP, f"{day.on.isoformat()}盖章扫描件.zip", saved=True)


def _content(scan: Any) -> bytes:
    try:
        with scan.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError as lost:
        raise not_found() from lost
