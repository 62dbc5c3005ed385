"""约访, 接访要情, 接访人员介绍."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.registration import desk_of
from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.appointments import presenting as shown
from reception.appointments.booking import book
from reception.appointments.briefing import one_page
from reception.appointments.forms import BookForm
from reception.appointments.reading import (
    AppointmentList,
    appointment_of,
    page_of_appointments,
    seats_of,
    undertakings_of,
)
from reception.appointments.steps import STEPS
from reception.on_case import whole_case

_NOTHING = {"title": "没有约访", "text": "在信访件页面上约访。", "icon": "people"}


@require_safe
@staff_only
def appointment_list(request: HttpRequest) -> HttpResponse:
    """List appointments. Raises Refused: filter_unknown, key_broken."""
    staff, on = member(request), today()
    what = request.GET.get("list", AppointmentList.AHEAD.value)
    page = page_of_appointments(staff, what, on, **turn_asked(request.GET))
    context: dict[str, Any] = {
        "title": "约访",
        "tabs": tabs(AppointmentList, what),
        "columns": shown.COLUMNS,
        "lines": [shown.appointment_line(row) for row in page.rows],
        "nothing": _NOTHING,
        **page.turns(list=what),
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def appointment_new(request: HttpRequest, case_id: int) -> HttpResponse:
    """Give a case a place of a published day. Raises Refused: not_found, not_permitted."""
    case, staff = whole_case(member(request), case_id), member(request)
    form = BookForm(request.POST if request.method == "POST" else None, by=staff, desk=desk_of(staff))
    return made_page(request, form, "约访", lambda typed: book(case.pk, by=staff, **typed))


@require_safe
@staff_only
def appointment_page(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Show one appointment with its seats and owners. Raises Refused not_found."""
    staff = member(request)
    row = appointment_of(staff, appointment_id)
    context = {
        "title": "约访",
        "back": {"url": reverse("reception:appointments"), "label": "各次约访"},
        "state": shown.badge(row),
        "facts": shown.appointment_facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:appointment_step"),
        "brief_url": reverse("reception:briefing", args=[row.pk]),
        "seats": shown.seat_lines(seats_of(row, staff)),
        "owners": shown.undertaking_lines(undertakings_of(row, staff), today()),
        **record_panels(row),
    }
    return render(request, "reception/appointment.html", context)


@require_safe
@staff_only
def briefing_page(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Show 接访要情 on one page, for the screen and for paper. Raises Refused not_found."""
    staff = member(request)
    return render(request, "reception/briefing.html", one_page(appointment_of(staff, appointment_id), staff))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def appointment_step(request: HttpRequest, appointment_id: int, step: str) -> HttpResponse:
    """Take one step of an appointment. Raises Refused: not_found, and as the step does."""
    row = appointment_of(member(request), appointment_id)
    return step_page(request, step_named(STEPS, step), row, f"信访件{row.case.number}，{shown.when(row)}")
