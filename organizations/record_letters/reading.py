"""The letters of records as a reader finds them, for page and program alike: the record's own rule decides."""

from typing import Any

from django.apps import apps
from django.http import FileResponse
from django.urls import reverse

from kit.paper.sheet import letter_page
from kit.stored_files import size_words
from kit.web import download
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import SCANS_SAVED
from organizations.models import RecordLetter, RecordScan, Staff
from organizations.models.record import Record
from organizations.papers.serving import service_words


def record_letter(staff: Staff, letter_id: int) -> RecordLetter:
    """Return a letter of a record that this person may read, with its unit. Raises Refused not_found."""
    return _one(RecordLetter.objects.readable_by(staff).filter(pk=letter_id))


def letter_with_code(staff: Staff, code: str) -> RecordLetter:
    """Return the letter of a record behind a check code, for who may read it. Raises Refused not_found."""
    return _one(RecordLetter.objects.readable_by(staff).filter(check_code=code))


def letters_of(record: Record) -> list[RecordLetter]:
    """Return the letters of a record that was read, the oldest first, with services and scans."""
    rows = RecordLetter.objects.hanging_on(record).select_related("unit")
    return list(rows.prefetch_related("services", "scans"))


def letter_lines(record: Record) -> list[dict[str, Any]]:
    """Return the letters of a record as its page lists them."""
    return [_line(letter) for letter in letters_of(record)]


def letter_shown(letter: RecordLetter) -> dict[str, Any]:
    """Return the context of organizations/record_letter.html."""
    rows: Any = apps.get_model(letter.record)._default_manager
    return {
        **_line(letter),
        "letter": letter_page(letter),
        "pdf_url": reverse("record_letter_pdf", args=[letter.pk]),
        "word_url": reverse("record_letter_word", args=[letter.pk]),
        "back_url": rows.get(pk=letter.key).get_absolute_url(),
    }


def record_scan_answer(staff: Staff, letter_id: int, scan_id: int) -> FileResponse:
    """Return one scan of a letter that this person may read, to save. Raises Refused not_found."""
    found = RecordScan.objects.readable_by(staff).filter(pk=scan_id, letter=letter_id).first()
    if found is None:
        raise _not_found()
    answer = download(found.file, found.name, found.content_type, lost=_not_found())
    note(SCANS_SAVED, by=staff, about=found, scans=1)
    return answer


def _one(rows: Any) -> RecordLetter:
    found: RecordLetter | None = rows.select_related("unit").first()
    if found is None:
        raise _not_found()
    return found


def _line(letter: RecordLetter) -> dict[str, Any]:
    return {
        "kind": letter.title,
        "number": letter.number,
        "unit": letter.unit.name,
        "issued_on": letter.issued_on,
        "url": reverse("record_letter", args=[letter.pk]),
        "services": [service_words(service) for service in letter.services.all()],
        "scans": [_scan_line(scan) for scan in letter.scans.all()],
    }


def _scan_line(scan: RecordScan) -> dict[str, Any]:
    return {
        "url": reverse("record_scan", args=[scan.letter_id, scan.pk]),
        "name": scan.name,
        "size": size_words(scan.size),
        "sm3": scan.sm3,
        "on": scan.on,
    }


def _not_found() -> Refused:
    return Refused("not_found", "没有这份文书，或者不在您的查看范围内。")
