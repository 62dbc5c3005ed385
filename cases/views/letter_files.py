"""Letters as files: one as PDF or Word, a day's letters in one PDF; the same reach as the letter's page."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cases.actions.frame import not_found
from cases.day_letters import (
    MOST_IN_ONE,
    Day,
    assert_any,
    letters_of_day,
    own_units,
    scan_count,
    units_of,
)
from cases.models import Document
from cases.presenting.papers import letter_url
from cases.reading import CaseFile
from cases.rendering.pdf import letters_pdf
from cases.rendering.word import CONTENT_TYPE, letter_docx
from cases.views.shared import asked_file, staff_only
from law.errors import Refused
from law.vocabulary import Letter
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member

PDF = "application/pdf"


class DayForm(forms.Form):
    """Which day's letters, and of which kind."""

    on = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label="文书", choices=[("", "全部"), *Letter.choices()], required=False)


def letter_of(file: CaseFile, document_id: int) -> Document:
    """Return a letter of a file. Raises Refused not_found."""
    found = next((document for document in file.documents if document.pk == document_id), None)
    if found is None:
        raise not_found()
    return found


def file_answer(content: bytes, content_type: str, name: str, *, saved: bool) -> HttpResponse:
    """Return a file for the browser to show, or to save under its number."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(saved, name) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def pdf_answer(documents: Sequence[Document], name: str) -> HttpResponse:
    """Return letters as one PDF to look at and print."""
    return file_answer(letters_pdf(documents), PDF, f"{name}.pdf", saved=False)


def word_answer(document: Document) -> HttpResponse:
    """Return a letter as a Word file to save."""
    return file_answer(letter_docx(document), CONTENT_TYPE, f"{document.number}.docx", saved=True)


@require_safe
@staff_only
def letter_pdf(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as PDF/A. Raises Refused: not_found, glyph_missing."""
    document = letter_of(asked_file(request, case_id), document_id)
    return pdf_answer([document], document.number)


@require_safe
@staff_only
def letter_word(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as Word. Raises Refused not_found."""
    return word_answer(letter_of(asked_file(request, case_id), document_id))


@require_safe
@staff_only
def day_letters(request: HttpRequest) -> HttpResponse:
    """List the letters that my units issued on a day, with one button to print them all."""
    staff = assert_reader(member(request))
    asked = request.GET.copy()
    asked.setdefault("on", today().isoformat())
    form = DayForm(asked)
    valid = form.is_valid()
    day = asked_day(form, staff) if valid else Day(today(), None, [], more=False)
    query = urlencode({"on": day.on.isoformat(), "kind": day.kind or ""})
    context = {
        "form": form, "day": day, "lines": [_line(document) for document in day.letters], "most": MOST_IN_ONE,
        "units": "、".join(unit.name for unit in units_of(staff)), "pdf_url": f"{reverse('cases:day_letters_pdf')}?{query}",
        "scans": scan_count(day, staff), "scans_url": f"{reverse('cases:day_scans')}?{query}",
        "nothing": {"title": "这一天没有文书", "text": "换一天看看；别的单位出具的文书不在这里。", "icon": "book"},
    }  # fmt: skip
    return render(request, "cases/day_letters.html", context, status=200 if valid else 422)


@require_safe
@staff_only
def day_letters_pdf(request: HttpRequest) -> HttpResponse:
    """Send a day's letters in one PDF. Raises Refused: not_permitted, not_found, day_unclear, glyph_missing."""
    staff, form = assert_reader(member(request)), DayForm(request.GET)
    if not form.is_valid():
        raise Refused("day_unclear", "请写明打印哪一天的文书，例如 2026-03-02。")
    day = assert_any(asked_day(form, staff))
    return pdf_answer(day.letters, f"{day.on.isoformat()}文书")


def asked_day(form: DayForm, staff: Staff) -> Day:
    """Return the letters of the day that a valid form asks for."""
    on: date = form.cleaned_data["on"]
    kind = form.cleaned_data["kind"]
    return letters_of_day(staff, on, Letter(kind) if kind else None)


def assert_reader(staff: Staff) -> Staff:
    """Let only those in who read cases. Raises Refused not_permitted."""
    if not own_units(staff):
        raise Refused("not_permitted", "您的角色不查看信访件，没有文书可以打印。")
    return staff


def _line(document: Document) -> dict[str, Any]:
    return {
        "kind": Letter(document.kind).label, "number": document.number, "unit": document.unit.name,
        "case": document.case.number, "url": letter_url(document),
    }  # fmt: skip
