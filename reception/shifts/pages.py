"""交接班, 值班记事: lists, one of each, entering one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.days import day_words
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import DutyNote, HandoverState, NoteKind, ShiftHandover
from reception.shifts.actions import give_shift, note_event
from reception.shifts.forms import STEPS, GiveForm, NoteForm
from reception.shifts.open_items import items_words, open_items
from reception.shifts.reading import handover_of, note_of, page_of_handovers, page_of_notes

_HANDOVERS = [
    {"label": "交班日期", "kind": "date"},
    {"label": "交班人", "kind": "short"},
    {"label": "接班人", "kind": "middle"},
    {"label": "未了事项", "kind": "wide"},
]
_NOTES = [{"label": "日期", "kind": "middle"}, {"label": "种类", "kind": "short"}, {"label": "记录人", "kind": "short"}]


@require_safe
@staff_only
def handover_list(request: HttpRequest) -> HttpResponse:
    """List handovers, with what is open now. Raises Refused: not_permitted, key_broken."""
    staff = assert_registers(member(request))
    page = page_of_handovers(staff, **turn_asked(request.GET))
    context = {
        "title": "交接班",
        "lead": f"现在：{items_words(open_items(staff, today()))}",
        "new": {"label": "交班", "url": reverse("reception:handover_new")},
        "columns": _HANDOVERS,
        "lines": [_handover_line(row) for row in page.rows],
        "nothing": {"title": "还没有交接班", "text": "下班前按“交班”，接班人确认。", "icon": "people"},
        **page.turns(),
    }
    return render(request, "reception/new_in_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def handover_new(request: HttpRequest) -> HttpResponse:
    """Hand a shift over. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    form = GiveForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "交班", lambda typed: give_shift(by=staff, **typed))


@require_safe
@staff_only
def handover_page(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Show one handover. Raises Refused not_found."""
    staff = member(request)
    row = handover_of(staff, handover_id)
    state = HandoverState(row.state)
    context = {
        "title": "交接班",
        "back": {"url": reverse("reception:handovers"), "label": "交接班"},
        "state": {"label": state.label, "tone": "moving" if state is HandoverState.GIVEN else "closed"},
        "facts": _facts(
            ("交班", f"{day_words(row.given_on)}，{row.given_by.name}"),
            ("接班人", row.given_to.name),
            ("未了事项", items_words(row.counts)),
            ("交接说明", row.remarks),
            ("接班", day_words(row.taken_on)),
        ),
        "buttons": step_buttons(STEPS, row, staff, "reception:handover_step"),
        "no_papers": True,
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def handover_step(request: HttpRequest, handover_id: int, step: str) -> HttpResponse:
    """Take a shift. Raises Refused: not_found, and as the step does."""
    row = handover_of(member(request), handover_id)
    return step_page(request, step_named(STEPS, step), row, items_words(row.counts))


@require_safe
@staff_only
def note_list(request: HttpRequest) -> HttpResponse:
    """List notes. Raises Refused: not_permitted, key_broken."""
    page = page_of_notes(assert_registers(member(request)), **turn_asked(request.GET))
    context = {
        "title": "值班记事",
        "lead": "呼叫急救、报警等只记事实；不检索，不导出。",
        "new": {"label": "记一件", "url": reverse("reception:duty_note_new")},
        "columns": _NOTES,
        "lines": [_note_line(row) for row in page.rows],
        "nothing": {"title": "没有记事", "text": "大厅里发生了什么、联系了谁，记在这里。", "icon": "book"},
        **page.turns(),
    }
    return render(request, "reception/new_in_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def note_new(request: HttpRequest) -> HttpResponse:
    """Note what happened. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    form = NoteForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "值班记事", lambda typed: note_event(by=staff, **typed))


@require_safe
@staff_only
def note_page(request: HttpRequest, duty_note_id: int) -> HttpResponse:
    """Show one note. Raises Refused not_found."""
    row = note_of(member(request), duty_note_id)
    context = {
        "title": "值班记事",
        "back": {"url": reverse("reception:duty_notes"), "label": "值班记事"},
        "state": {"label": NoteKind(row.kind).label, "tone": "closed"},
        "facts": _facts(
            ("时间", f"{day_words(row.happened_on)} {row.happened_at:%H:%M}"),
            ("经过", row.facts),
            ("记录人", row.noted_by.name),
        ),
        "buttons": [],
        "no_papers": True,
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


def _handover_line(row: ShiftHandover) -> dict[str, Any]:
    cells = [
        {"label": "交班日期", "text": f"{row.given_on:%Y-%m-%d}"},
        {"label": "交班人", "text": row.given_by.name},
        {"label": "接班人", "text": row.given_to.name, "sub": HandoverState(row.state).label},
        {"label": "未了事项", "text": items_words(row.counts)},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _note_line(row: DutyNote) -> dict[str, Any]:
    cells = [
        {"label": "日期", "text": f"{row.happened_on:%Y-%m-%d} {row.happened_at:%H:%M}"},
        {"label": "种类", "text": NoteKind(row.kind).label},
        {"label": "记录人", "text": row.noted_by.name},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _facts(*said: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"label": label, "value": value, "wide": len(value) > 40} for label, value in said if value]
