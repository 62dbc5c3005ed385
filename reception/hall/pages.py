"""接待大厅: windows, numbers, the slip, the screen."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.devices.shown import devices
from reception.envelopes.reading import assert_registers
from reception.hall.actions import set_up_window, take_ticket
from reception.hall.forms import STEPS, WINDOW_STEPS, TakeForm, WindowForm
from reception.hall.presenting import (
    COLUMNS,
    WINDOW_COLUMNS,
    kind_stats,
    slip,
    ticket_badge,
    ticket_facts,
    ticket_line,
    window_badge,
    window_facts,
    window_line,
)
from reception.hall.reading import (
    TicketList,
    at_window,
    before,
    kinds_in_use,
    on_the_screen,
    page_of_tickets,
    periods_of,
    ticket_of,
    times_of_day,
    waiting_by_kind,
    window_of,
    windows,
)
from reception.hall.waiting import expected_wait
from reception.models import WindowKind

_NO_WINDOWS = {"title": "还没有窗口", "text": "先设置窗口，再由坐窗口的同志开窗。", "icon": "building"}
_NO_TICKETS = {"title": "没有排队号", "text": "来人在导引台取号，按窗口种类排队。", "icon": "people"}


@require_safe
@staff_only
def hall(request: HttpRequest) -> HttpResponse:
    """Show the hall: who waits and how long, the windows, the numbers. Raises Refused: not_permitted, filter_unknown."""
    staff, on = assert_registers(member(request)), today()
    what = request.GET.get("list", TicketList.NOW.value)
    page, found = page_of_tickets(staff, what, on, **turn_asked(request.GET)), windows(staff)
    there = {row.window_id: row for row in on_the_screen(staff, on) if row.window_id}
    expected = {kind: expected_wait(found[0].unit, kind) for kind in kinds_in_use(found)}
    context = {
        "stats": kind_stats(expected, times_of_day(staff, on)),
        "window_columns": WINDOW_COLUMNS,
        "windows": [window_line(row, there) for row in found],
        "no_windows": _NO_WINDOWS,
        "tabs": tabs(TicketList, what),
        "columns": COLUMNS,
        "lines": [ticket_line(row) for row in page.rows],
        "nothing": _NO_TICKETS,
        **page.turns(list=what),
    }
    return render(request, "reception/hall.html", context)


@require_safe
@staff_only
def screen(request: HttpRequest) -> HttpResponse:
    """Show what the screen of the hall shows: the numbers that are called, how many wait; no name. Raises Refused not_permitted."""
    staff, on = assert_registers(member(request)), today()
    waiting = waiting_by_kind(staff, on)
    context = {
        "called": [{"number": row.number, "window": row.window.name} for row in on_the_screen(staff, on) if row.window],
        "waiting": [
            {"label": kind.label, "count": waiting.get(kind.value, 0)} for kind in kinds_in_use(windows(staff))
        ],
    }
    return render(request, "reception/screen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def window_new(request: HttpRequest) -> HttpResponse:
    """Set a window up. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    form = WindowForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "设置窗口", lambda typed: set_up_window(by=staff, **typed))


@require_safe
@staff_only
def window_page(request: HttpRequest, window_id: int) -> HttpResponse:
    """Show one window with its steps. Raises Refused not_found."""
    staff = member(request)
    row = window_of(staff, window_id)
    context = {
        "title": row.name,
        "back": {"url": reverse("reception:hall"), "label": "接待大厅"},
        "state": window_badge(row),
        "facts": window_facts(row, at_window(staff, row)),
        "no_papers": True,
        "buttons": step_buttons(WINDOW_STEPS, row, staff, "reception:window_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def window_step(request: HttpRequest, window_id: int, step: str) -> HttpResponse:
    """Take one step of a window. Raises Refused: not_found, and as the step does."""
    row = window_of(member(request), window_id)
    return step_page(request, step_named(WINDOW_STEPS, step), row, row.name)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def ticket_new(request: HttpRequest) -> HttpResponse:
    """Give somebody a number. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    form = TakeForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "取号", lambda typed: take_ticket(by=staff, **typed))


@require_safe
@staff_only
def ticket_page(request: HttpRequest, ticket_id: int) -> HttpResponse:
    """Show one number with its steps and its slip. Raises Refused not_found."""
    staff = member(request)
    row = ticket_of(staff, ticket_id)
    said = slip(row, expected_wait(row.unit, WindowKind(row.kind), ahead=before(staff, row)))
    context: dict[str, Any] = {
        "title": f"排队号{row.number}",
        "back": {"url": reverse("reception:hall"), "label": "接待大厅"},
        "state": ticket_badge(row),
        "facts": ticket_facts(row, periods_of(staff, row)),
        "buttons": step_buttons(STEPS, row, staff, "reception:ticket_step"),
        "register": [] if row.used else _registering(row.pk),
        "slip": said,
        "no_papers": True,
        "slip_lines": [said],
        **devices(),
        **record_panels(row),
    }
    return render(request, "reception/ticket.html", context)


def _registering(key: int) -> list[dict[str, str]]:
    asked = urlencode({"ticket": key})
    return [
        {"label": "登记来访", "url": f"{reverse('reception:visit_new')}?{asked}"},
        {"label": "咨询登记", "url": f"{reverse('reception:consultation_new')}?{asked}"},
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def ticket_step(request: HttpRequest, ticket_id: int, step: str) -> HttpResponse:
    """Take one step of a number. Raises Refused: not_found, and as the step does."""
    row = ticket_of(member(request), ticket_id)
    return step_page(request, step_named(STEPS, step), row, f"排队号{row.number}")
