"""台账: one page for every ledger that a room declares, its print on A3, and its export as long work."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kit.ledgers.declaring import Column, ColumnKind, Ledger, columns_of
from kit.ledgers.reading import count_of, part_after, parts, place_of
from kit.web import staff_only
from law.errors import Refused
from organizations.journal.noting import note
from organizations.ledgers.asking import asked_of, ledger_for, ledgers_of, stored
from organizations.ledgers.exporting import start_export
from organizations.ledgers.verbs import LEDGER_PRINTED
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member

PAGE_SIZE = 30
# What is longer is exported: a browser that lays out more pages of A3 takes minutes.
MOST_PRINTED = 1000
_KINDS = {ColumnKind.DATE: "date", ColumnKind.NUMBER: "num", ColumnKind.CODE: "narrow"}
# From how many characters on a column of text is given room.
_TEXTS = ((30, "wide"), (14, "middle"), (0, "short"))


@require_safe
@staff_only
def first_ledger(request: HttpRequest) -> HttpResponse:
    """Open the first ledger that a person has. Raises Refused not_permitted."""
    mine = ledgers_of(member(request))
    if not mine:
        raise Refused("not_permitted", "您的角色不查看台账。可在“权限一览”查看谁可以查看。")
    return redirect("ledger", mine[0].code)


@require_safe
@staff_only
def ledger_page(request: HttpRequest, ledger: str) -> HttpResponse:
    """Show one ledger, the oldest line first. Raises Refused: not_found, not_permitted, key_broken."""
    staff = member(request)
    found = ledger_for(ledger, staff)
    form = found.form(request.GET)
    context: dict[str, Any] = {"ledger": found, "form": form, "tabs": _tabs(staff, found)}
    if not form.is_valid():
        return render(request, "organizations/ledger.html", {**context, "wrong": True}, status=422)
    asked = form.cleaned_data
    query = stored(asked)
    place = place_of(request.GET.get("after", ""))
    rows, following = part_after(found, found.rows(staff, asked), place, PAGE_SIZE)
    lines = found.lines(rows, staff, today())
    address = reverse("ledger", args=[found.code])
    context |= {
        "columns": [_head(column) for column in columns_of(found) if not column.by_hand],
        "items": [
            _item(found, number, line, by_hand=False)
            for number, line in enumerate(lines, (place.before if place else 0) + 1)
        ],
        "period": found.period(asked),
        "first_url": f"{address}?{urlencode(query)}" if place else "",
        "next_url": f"?{urlencode({**query, 'after': str(following)})}" if following else "",
        "print_url": f"{reverse('print_ledger', args=[found.code])}?{urlencode(query)}",
        "export_url": reverse("export_ledger", args=[found.code]),
        "kept": query,
        "nothing": {
            "title": "没有符合条件的记录",
            "text": "换一个期间看看；别的单位的件不在您的台账里。",
            "icon": "book",
        },
    }
    return render(request, "organizations/ledger.html", context)


@require_safe
@staff_only
def print_ledger(request: HttpRequest, ledger: str) -> HttpResponse:
    """Show a ledger as it is printed on A3, and note it. Raises Refused: not_found, not_permitted, filter_invalid, too_many_rows."""
    staff, on = member(request), today()
    found = ledger_for(ledger, staff)
    asked = asked_of(found, request.GET)
    rows = found.rows(staff, asked)
    if count_of(rows, MOST_PRINTED + 1) > MOST_PRINTED:
        raise Refused("too_many_rows", f"超过{MOST_PRINTED}行，请缩短期间再打印，或者导出表格。")
    items = _printed(found, staff, rows, on)
    note(LEDGER_PRINTED, by=staff, ledger=found.code, rows=len(items))
    context = {
        "ledger": found,
        "columns": [_head(column) for column in columns_of(found)],
        "widths": _widths(found),
        "items": items,
        "period": found.period(asked),
        "unit": staff.unit.name,
        "staff": staff,
        "on": on,
        "back_url": f"{reverse('ledger', args=[found.code])}?{urlencode(stored(asked))}",
    }
    return render(request, "organizations/ledger_print.html", context)


@require_POST
@staff_only
def export_ledger(request: HttpRequest, ledger: str) -> HttpResponse:
    """Hand the export of a ledger to the worker. Raises Refused: not_found, not_permitted, filter_invalid, too_many_jobs."""
    start_export(ledger, request.POST, by=member(request))
    messages.success(request, "已交后台导出，完成后在这里下载。")
    return redirect("jobs")


def _printed(ledger: Ledger, staff: Staff, rows: Any, on: date) -> list[dict[str, Any]]:
    return [
        _item(ledger, before + number, line)
        for before, part in parts(ledger, rows, MOST_PRINTED)
        for number, line in enumerate(ledger.lines(part, staff, on), 1)
    ]


def _tabs(staff: Staff, here: Ledger) -> list[dict[str, Any]]:
    return [
        {"label": each.heading, "url": reverse("ledger", args=[each.code]), "active": each.code == here.code}
        for each in ledgers_of(staff)
    ]


def _head(column: Column) -> dict[str, str]:
    return {"label": column.label, "kind": _KINDS.get(column.kind) or _text_kind(column.width)}


def _text_kind(width: int) -> str:
    return next(kind for most, kind in _TEXTS if width >= most)


def _widths(ledger: Ledger) -> list[str]:
    """Return the share of the sheet that each column has: paper keeps the proportions of the workbook."""
    widths = [column.width for column in columns_of(ledger)]
    return [f"{width / sum(widths):.2%}" for width in widths]


def _item(ledger: Ledger, number: int, line: Any, *, by_hand: bool = True) -> dict[str, Any]:
    both = zip(columns_of(ledger), ledger.cells(number, line), strict=True)
    return {
        "cells": [{**_head(column), "text": _text(value)} for column, value in both if by_hand or not column.by_hand]
    }


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
