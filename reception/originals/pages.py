"""原件材料: what is held, a receipt with its steps, taking originals in."""

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
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import OriginalsReceipt, OriginalsState
from reception.on_case import whole_case
from reception.originals.actions import take_originals
from reception.originals.forms import STEPS, TakeOriginalsForm
from reception.originals.reading import originals_of, page_of_originals

_COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "收件日期", "kind": "date"},
    {"label": "收件人", "kind": "short"},
]
_NOTHING = {"title": "没有保管中的原件", "text": "在信访件页面上收原件、打印材料收据。", "icon": "clip"}


@require_safe
@staff_only
def originals_list(request: HttpRequest) -> HttpResponse:
    """List the originals that are held. Raises Refused: not_permitted, key_broken."""
    staff = assert_registers(member(request))
    page = page_of_originals(staff, **turn_asked(request.GET))
    context = {
        "title": "原件材料",
        "columns": _COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": _NOTHING,
    }
    return render(request, "reception/list.html", {**context, **page.turns()})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def originals_new(request: HttpRequest, case_id: int) -> HttpResponse:
    """Take originals in for a case. Raises Refused: not_found, not_permitted."""
    case = whole_case(member(request), case_id)
    staff = assert_registers(member(request))
    form = TakeOriginalsForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "收下原件材料", lambda typed: take_originals(case.pk, by=staff, **typed))


@require_safe
@staff_only
def originals_page(request: HttpRequest, originals_id: int) -> HttpResponse:
    """Show one receipt. Raises Refused not_found."""
    staff = member(request)
    row = originals_of(staff, originals_id)
    context = {
        "title": "材料收据",
        "back": {"url": reverse("reception:originals_list"), "label": "原件材料"},
        "state": {
            "label": OriginalsState(row.state).label,
            "tone": "moving" if row.state == OriginalsState.HELD else "closed",
        },
        "facts": _facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:originals_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def originals_step(request: HttpRequest, originals_id: int, step: str) -> HttpResponse:
    """Take one step. Raises Refused: not_found, and as the step does."""
    row = originals_of(member(request), originals_id)
    return step_page(request, step_named(STEPS, step), row, f"信访件{row.case.number}")


def _line(row: OriginalsReceipt) -> dict[str, Any]:
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "收件日期", "text": f"{row.taken_on:%Y-%m-%d}"},
        {"label": "收件人", "text": row.taken_by.name},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _facts(row: OriginalsReceipt) -> list[dict[str, Any]]:
    given = f"{row.returned_to}，{day_words(row.returned_on)}，经办{row.returned_by.name}" if row.returned_by else ""
    facts = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "材料清单", "value": row.items, "wide": True},
        {"label": "递交人", "value": row.handed_by},
        {"label": "收件", "value": f"{day_words(row.taken_on)}，{row.taken_by.name}"},
        {"label": "退还", "value": given},
    ]
    return [fact for fact in facts if fact["value"]]
