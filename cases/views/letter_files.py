"""Letters as files: one as PDF or Word, a day's letters in one PDF; the same reach as the letter's page."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.unmasking import reason_needed
from cases.lists.day_letters import MOST_IN_ONE, Day, assert_any, letters_of_day, own_units, scan_count, units_of
from cases.models import Document
from cases.places.reasons_to_see import Way
from cases.presenting.asking import asking_for_day
from cases.presenting.papers import letter_url
from cases.printing.names_in_files import (
    DayWays,
    asking_cases,
    day_on_paper,
    letter_on_paper,
    way_to_letter,
    ways_of_day,
)
from cases.printing.pdf import letters_pdf
from cases.printing.word import CONTENT_TYPE, letter_docx
from cases.reading.case_file import CaseFile
from cases.sight.out_of_reach import not_found
from cases.views.asking import file_or_question, keep_reasons, question
from cases.views.shared import asked_file
from kit.web import staff_only
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


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def letter_pdf(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as PDF/A, once there is a reason to see its names. Raises Refused: not_found, glyph_missing."""
    return _letter_file(request, case_id, document_id, lambda paper: pdf_answer([paper], paper.number))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def letter_word(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as Word, once there is a reason to see its names. Raises Refused not_found."""
    return _letter_file(request, case_id, document_id, word_answer)


def _letter_file(
    request: HttpRequest, case_id: int, document_id: int, drawn: Callable[[Document], HttpResponse]
) -> HttpResponse:
    file, staff = asked_file(request, case_id), member(request)
    document = letter_of(file, document_id)
    return file_or_question(
        request,
        file,
        way_to_letter(file, staff, document, today()),
        lambda: drawn(letter_on_paper(file, staff, document, today())),
        title=f"{Letter(document.kind).label} {document.number}",
        back_url=letter_url(document),
        document_id=document.pk,
    )


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
        "form": form,
        "day": day,
        "lines": [_line(document) for document in day.letters],
        "most": MOST_IN_ONE,
        "units": "、".join(unit.name for unit in units_of(staff)),
        "pdf_url": f"{reverse('cases:day_letters_pdf')}?{query}",
        "scans": scan_count(day, staff),
        "scans_url": f"{reverse('cases:day_scans')}?{query}",
        "nothing": {"title": "这一天没有文书", "text": "换一天看看；别的单位出具的文书不在这里。", "icon": "book"},
    }
    return render(request, "cases/day_letters.html", context, status=200 if valid else 422)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_letters_pdf(request: HttpRequest) -> HttpResponse:
    """Send a day's letters in one PDF, once there are reasons to see their names.

    Raises Refused: not_permitted, not_found, day_unclear, glyph_missing.
    """
    staff, form = assert_reader(member(request)), DayForm(request.GET)
    if not form.is_valid():
        raise Refused("day_unclear", "请写明打印哪一天的文书，例如 2026-03-02。")
    day = assert_any(asked_day(form, staff))
    return day_or_question(request, day, day.letters, lambda ways: day_pdf_answer(day, ways, staff))


def day_or_question(
    request: HttpRequest, day: Day, letters: Sequence[Document], drawn: Callable[[DayWays], HttpResponse]
) -> HttpResponse:
    """Send a file of a day's letters, or the page that asks once for all of them."""
    ways = ways_of_day(letters, member(request), today())
    asked = asking_cases(ways)

    def page(refused: Refused) -> HttpResponse:
        shown = None if refused.code == "reason_needed" else refused
        ask = asking_for_day(len(asked), keys=all(way is not Way.TYPED for _, way in ways), refused=shown)
        back = f"{reverse('cases:day_letters')}?{urlencode({'on': day.on.isoformat(), 'kind': day.kind or ''})}"
        return question(request, refused, ask, title=f"{day.on.isoformat()}文书", back_url=back)

    if request.method == "POST":
        return keep_reasons(request, asked, page)
    return page(reason_needed(len(asked))) if asked else drawn(ways)


def day_pdf_answer(day: Day, ways: DayWays, staff: Staff) -> HttpResponse:
    """Return the letters of a day as one PDF. Raises Refused: reason_needed, glyph_missing."""
    papers = [letter for letter, _ in day_on_paper(ways, staff, today())]
    return pdf_answer(papers, f"{day.on.isoformat()}文书")


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
        "kind": Letter(document.kind).label,
        "number": document.number,
        "unit": document.unit.name,
        "case": document.case.number,
        "url": letter_url(document),
    }
