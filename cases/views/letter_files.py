"""Letters as files: one as PDF or Word, a day's letters in one PDF; the same reach as the letter's page."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.unmasking import reason_needed
from cases.forms.days import DayForm
from cases.lists.day_letters import (
    MOST_IN_ONE,
    Day,
    asked_day,
    assert_any,
    assert_reader,
    scan_count,
    too_long,
    units_of,
)
from cases.models import Document
from cases.places.reasons_to_see import Way
from cases.presenting.asking import asking_for_day
from cases.presenting.papers import letter_url
from cases.printing.answers import day_pdf_answer
from cases.printing.names_in_files import DayWays, asking_cases, letter_on_paper, ways_of_day
from cases.reading.case_file import CaseFile, letter_of
from cases.reading.ways_to_names import way_to_letter
from cases.views.asking import file_or_question, keep_reasons, question
from cases.views.shared import asked_file
from kit.web import staff_only
from law.errors import Refused
from law.vocabulary import Letter
from organizations.models import Staff
from organizations.papers.files import pdf_answer, word_answer
from organizations.today import today
from organizations.views.people import member

PDF = "application/pdf"
Answer = Callable[[CaseFile, Staff, Document], HttpResponse]


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def letter_pdf(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as PDF/A, once there is a reason to see its names. Raises Refused: not_found, glyph_missing."""
    return letter_or_question(request, case_id, document_id, _named(_as_pdf))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def letter_word(request: HttpRequest, case_id: int, document_id: int) -> HttpResponse:
    """Send a letter as Word, once there is a reason to see its names. Raises Refused not_found."""
    return letter_or_question(request, case_id, document_id, _named(word_answer))


def _as_pdf(paper: Document, staff: Staff) -> HttpResponse:
    return pdf_answer([paper], paper.number, staff)


def _named(drawn: Callable[[Document, Staff], HttpResponse]) -> Answer:
    """The answer that draws a letter with its names."""
    return lambda file, staff, document: drawn(letter_on_paper(file, staff, document, today()), staff)


def letter_or_question(request: HttpRequest, case_id: int, document_id: int, answer: Answer) -> HttpResponse:
    """Send what belongs to a letter, or the page that asks for a reason first. Raises Refused not_found."""
    file, staff = asked_file(request, case_id), member(request)
    document = letter_of(file, document_id)
    return file_or_question(
        request,
        file,
        way_to_letter(file, staff, document, today()),
        lambda: answer(file, staff, document),
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
        "job_url": f"{reverse('cases:day_print')}?{query}" if too_long(day, staff) else "",
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

    Raises Refused: not_permitted, not_found, day_unclear, day_too_long, glyph_missing.
    """
    staff, form = day_asked(request)
    day = assert_any(asked_day(form, staff))
    if refused := too_long(day, staff):
        raise refused
    return day_or_question(request, day, day.letters, lambda ways: day_pdf_answer(day, ways, staff))


def day_asked(request: HttpRequest, what: str = "打印哪一天的文书") -> tuple[Staff, DayForm]:
    """Return who asks for letters by the day and which. Raises Refused: not_permitted, day_unclear."""
    staff, form = assert_reader(member(request)), DayForm(request.GET)
    if not form.is_valid():
        raise Refused("day_unclear", f"请写明{what}，例如 2026-03-02。")
    return staff, form


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


def _line(document: Document) -> dict[str, Any]:
    return {
        "kind": Letter(document.kind).label,
        "number": document.number,
        "unit": document.unit.name,
        "case": document.case.number,
        "url": letter_url(document),
    }
