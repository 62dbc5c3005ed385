"""Sealed scans of letters: one to look at, a day's in one archive; the same reach as the letter's page."""

import zipfile
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cases.actions.frame import not_found
from cases.attachments import clean_name
from cases.day_letters import Day, scans_of
from cases.models import Document
from cases.views.letter_files import DayForm, asked_day, assert_reader, file_answer, letter_of
from cases.views.shared import asked_file, staff_only
from law.errors import Refused
from organizations.models import Staff
from organizations.views.people import member

ZIP = "application/zip"


@require_safe
@staff_only
def scan_file(request: HttpRequest, case_id: int, document_id: int, scan_id: int) -> HttpResponse:
    """Send one scan of a letter. Raises Refused not_found."""
    return scan_answer(letter_of(asked_file(request, case_id), document_id), scan_id)


@require_safe
@staff_only
def day_scans(request: HttpRequest) -> HttpResponse:
    """Send the sealed scans of a day's letters in one archive. Raises Refused: not_permitted, not_found, day_unclear."""
    staff, form = assert_reader(member(request)), DayForm(request.GET)
    if not form.is_valid():
        raise Refused("day_unclear", "请写明下载哪一天的扫描件，例如 2026-03-02。")
    return scans_answer(asked_day(form, staff), staff)


def scan_answer(document: Document, scan_id: int) -> HttpResponse:
    """Return one scan of a letter to save. Raises Refused not_found."""
    found = next((each for each in document.scans.all() if each.pk == scan_id), None)
    if found is None:
        raise not_found()
    return file_answer(_content(found), found.content_type, found.name, saved=True)


def scans_answer(day: Day, staff: Staff) -> HttpResponse:
    """Return every scan of a day's letters, named by the letter's number. Raises Refused not_found."""
    rows = list(scans_of(day, staff).select_related("document").order_by("id"))
    if not rows:
        raise Refused("not_found", f"{day.on.isoformat()}的文书还没有附上盖章扫描件。")
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for place, scan in enumerate(rows, 1):
            archive.writestr(f"{place:03}-{clean_name(scan.document.number, '')}-{scan.name}", _content(scan))
    return file_answer(out.getvalue(), ZIP, f"{day.on.isoformat()}盖章扫描件.zip", saved=True)


def _content(scan: Any) -> bytes:
    try:
        with scan.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError as lost:
        raise not_found() from lost
