"""The letters of rooms' records: to look at, as PDF and Word, their scans; for who may read the record."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kit.web import staff_only
from organizations.papers.files import pdf_answer, word_answer
from organizations.record_letters.reading import letter_shown, record_letter, record_scan_answer
from organizations.views.people import member


@require_safe
@staff_only
def letter(request: HttpRequest, record_letter_id: int) -> HttpResponse:
    """Show a letter with its service and scans. Raises Refused not_found."""
    shown = letter_shown(record_letter(member(request), record_letter_id))
    return render(request, "organizations/record_letter.html", shown)


@require_safe
@staff_only
def letter_pdf(request: HttpRequest, record_letter_id: int) -> HttpResponse:
    """Send a letter as PDF/A. Raises Refused: not_found, glyph_missing."""
    found = record_letter(member(request), record_letter_id)
    return pdf_answer([found], found.number, member(request))


@require_safe
@staff_only
def letter_word(request: HttpRequest, record_letter_id: int) -> HttpResponse:
    """Send a letter as Word. Raises Refused not_found."""
    return word_answer(record_letter(member(request), record_letter_id), member(request))


@require_safe
@staff_only
def scan(request: HttpRequest, record_letter_id: int, record_scan_id: int) -> FileResponse:
    """Send one scan of a letter. Raises Refused not_found."""
    return record_scan_answer(member(request), record_letter_id, record_scan_id)
