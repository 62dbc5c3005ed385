"""来访登记, 来访清单, 一次来访: pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.intake_page import IntakePageForm
from cases.lists.turns import tabs, turn_asked
from cases.models import Case
from cases.record_steps import made_page, step_buttons, step_named, step_page
from cases.sight.out_of_reach import key_of
from cases.views.intake_page import IntakePage, intake_answer
from kit.web import staff_only
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.record_files import files_of
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.consultations.actions import settle_consultation
from reception.consultations.reading import consultation_of, free_consultation, waiting_consultation
from reception.devices.shown import devices
from reception.envelopes.reading import assert_registers
from reception.hall.reading import free_ticket, ticket_of
from reception.on_case import whole_case
from reception.visits.forms import STEPS, ReceiveForm, VisitPageForm
from reception.visits.presenting import COLUMNS, ratings_words, stats_of_day, visit_badge, visit_facts, visit_line
from reception.visits.reading import (
    VisitList,
    counts_of_day,
    has_list,
    late_visits,
    list_of,
    page_of_visits,
    ratings_of_month,
    visit_of,
)
from reception.visits.receiving import receive_registered, receive_visit
from reception.visits.visitors import read_visitors


def _brought(request: HttpRequest, staff: Staff) -> Mapping[str, Any]:
    """What is known before anybody types: the number that was called, what was asked as a consultation. Raises Refused not_found."""
    ticket, consultation = (key_of(request.GET.get(name)) for name in ("ticket", "consultation"))
    known: dict[str, Any] = {}
    if ticket:
        row = ticket_of(staff, ticket)
        known |= {"page_ticket": row.pk} | ({"petitioner_count": row.people} if row.people > 1 else {})
    if consultation:
        asked = waiting_consultation(staff, consultation)
        known |= {"page_consultation": asked.pk, "content": asked.about, "received_on": asked.asked_on}
    return known


def _shown_beside(staff: Staff, form: IntakePageForm) -> dict[str, Any]:
    """The number and the consultation it comes from, so long as neither has become another visit meanwhile."""
    ticket, asked = (key_of(str(form[name].value() or "")) for name in ("page_ticket", "page_consultation"))
    return {
        "ticket": free_ticket(staff, ticket) if ticket else None,
        "consultation": free_consultation(staff, asked) if asked else None,
        **devices(),
    }


def _receive(staff: Staff, case: Case, form: IntakePageForm) -> None:
    assert isinstance(form, VisitPageForm)
    ticket = form.cleaned_data.get("page_ticket")
    visit = replace(form.visit, ticket=ticket_of(staff, ticket)) if ticket else form.visit
    receive_visit(case, visit, by=staff)
    if key := form.cleaned_data.get("page_consultation"):
        settle_consultation(consultation_of(staff, key), case, by=staff)


VISIT = IntakePage(
    url_name="reception:visit_new",
    template="reception/visit.html",
    fields="reception/_visit_fields.html",
    form=VisitPageForm,
    channel=Channel.VISIT,
    keeps=("ticket", "consultation"),
    given=_brought,
    beside=_shown_beside,
    after=_receive,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def visit_new(request: HttpRequest) -> HttpResponse:
    """Register a visit at the window. Raises Refused: not_permitted, not_found."""
    return intake_answer(request, VISIT)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def visit_of_case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Write down the reception of a visit that came in by another door. Raises Refused: not_found, not_permitted."""
    case = whole_case(member(request), case_id)
    staff = assert_registers(member(request))
    form = ReceiveForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "登记接待", lambda typed: receive_registered(case.pk, by=staff, **typed))


@require_safe
@staff_only
def visit_list(request: HttpRequest) -> HttpResponse:
    """List visits, with the figures of today. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on = assert_registers(member(request)), today()
    what = request.GET.get("list", VisitList.MINE.value)
    page = page_of_visits(staff, what, on, **turn_asked(request.GET))
    context = {
        "stats": stats_of_day(counts_of_day(staff, on), late_visits(staff, on).count()),
        "ratings": ratings_words(ratings_of_month(staff, on)),
        "tabs": tabs(VisitList, what),
        "columns": COLUMNS,
        "lines": [visit_line(row, on) for row in page.rows],
        "nothing": {
            "title": "没有来访",
            "text": "在“登记来访”登记，当场答复，或者写明由谁在哪天答复。",
            "icon": "visit",
        },
        **page.turns(list=what),
    }
    return render(request, "reception/visits.html", context)


@require_safe
@staff_only
def visit_page(request: HttpRequest, hall_visit_id: int) -> HttpResponse:
    """Show one visit. Raises Refused not_found."""
    staff = member(request)
    row = visit_of(staff, hall_visit_id)
    buttons = step_buttons(STEPS, row, staff, "reception:hall_visit_step")
    context = {
        "title": "来访",
        "back": {"url": reverse("reception:hall_visits"), "label": "来访"},
        "state": visit_badge(row),
        "facts": visit_facts(row),
        "buttons": buttons,
        "people_url": reverse("reception:visitors", args=[row.pk]) if has_list(staff, row) else "",
        **record_panels(row),
    }
    return render(request, "reception/one_visit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def visit_step(request: HttpRequest, hall_visit_id: int, step: str) -> HttpResponse:
    """Take one step of a visit. Raises Refused: not_found, and as the step does."""
    row = visit_of(member(request), hall_visit_id)
    return step_page(request, step_named(STEPS, step), row, f"信访件{row.case.number}")


@require_safe
@staff_only
def visitors(request: HttpRequest, hall_visit_id: int) -> HttpResponse:
    """Show who came together, for who registered the visit and who handles the case; noted. Raises Refused not_found."""
    staff = member(request)
    listed = list_of(staff, hall_visit_id)
    files = [{"url": reverse("record_file", args=[file.pk]), "name": file.name} for file in files_of(listed)]
    people = read_visitors(listed, by=staff)
    return render(request, "reception/visitors.html", {"visit": listed.visit, "people": people, "files": files})
