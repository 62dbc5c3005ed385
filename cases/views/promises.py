"""承诺: one's own, those of the unit, those to visit; and the figures of a month, each with the list behind it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cases.lists.counting import capped_count
from cases.lists.promise_asking import ASKED, asked_promises, tabs_of
from cases.lists.promises import (
    FORMULAS,
    PromiseFigure,
    assert_reads_promises,
    figures_of_units,
    month_of,
    page_of_promises,
)
from cases.models import Promise
from kit.addresses import address_of
from kit.web import staff_only
from law.nearness import tone, words
from law.promises import Occasion
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member

_COLUMNS = [
    {"label": "还有几天", "kind": "narrow"},
    {"label": "哪天以前", "kind": "date"},
    {"label": "承诺内容", "kind": "wide"},
    {"label": "承诺人"},
    {"label": "信访件", "kind": "narrow"},
    {"label": "状态", "kind": "narrow"},
]
_NOTHING = {"title": "没有这样的承诺", "text": "在信访件的页面上“作出承诺”，到期以前会提醒。", "icon": "ok"}


@require_safe
@staff_only
def promises(request: HttpRequest) -> HttpResponse:
    """Show the promises that the address asks for. Raises Refused: not_permitted, filter_invalid, key_broken."""
    staff, on = assert_reads_promises(member(request)), today()
    asked = asked_promises(staff, request.GET, on)
    page = page_of_promises(asked.rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    kept = {name: request.GET[name] for name in ASKED if name in request.GET}
    turned = {
        side: f"?{urlencode({**kept, side: key})}" if key else None
        for side, key in (("after", page.after), ("before", page.before))
    }
    context = {
        "tabs": [_tab(each, active=each is asked.whose) for each in tabs_of(staff)],
        "formula": _formula(asked.figure, asked.month) if asked.figure else "",
        "columns": _COLUMNS,
        "lines": [_line(row, on) for row in page.rows],
        "pager": {
            "count": capped_count(asked.rows),
            "note": "",
            "next_url": turned["after"],
            "previous_url": turned["before"],
        },
        "nothing": _NOTHING,
    }
    return render(request, "cases/promises.html", context)


@require_safe
@staff_only
def promise_figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of a month by unit, this month where none is asked for. Raises Refused: not_permitted, filter_invalid."""
    staff = assert_reads_promises(member(request))
    asked = asked_promises(staff, request.GET, today())
    month, occasion = asked.month, asked.occasion
    of_occasion = f"&occasion={occasion}" if occasion else ""
    context = {
        "month": month,
        "tabs": [
            {"label": label, "url": f"?month={month}&occasion={code}", "active": code == (occasion or "")}
            for code, label in (("", "全部"), *Occasion.choices())
        ],
        "columns": [{"label": "承诺单位"}, *({"label": each.label, "kind": "num"} for each in PromiseFigure)],
        "lines": _unit_lines(staff, month, occasion),
        "formulas": [{"label": each.label, "value": FORMULAS[each]} for each in PromiseFigure],
        "earlier": f"?month={_before(month)}{of_occasion}",
        "later": f"?month={month_of(month)[1]}{of_occasion}",
        "nothing": {"title": "这个月没有承诺", "text": "这个月没有作出的、也没有到期的承诺。", "icon": "ok"},
    }
    return render(request, "cases/promise_figures.html", context)


def _unit_lines(staff: Staff, month: date, occasion: Occasion | None) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for each in figures_of_units(staff, month, occasion):
        figures: Any = each["figures"]
        cells = [
            {
                "label": figure.label,
                "count": figures[figure],
                "url": _list_url(figure, month, each["unit_id"], occasion),
            }
            for figure in PromiseFigure
        ]
        lines.append({"unit": each["unit"], "cells": cells})
    return lines


def _list_url(figure: PromiseFigure, month: date, unit: object, occasion: Occasion | None) -> str:
    asked: dict[str, Any] = {
        "figure": figure,
        "month": month.replace(day=1),
        "unit": unit,
        **({"occasion": occasion} if occasion else {}),
    }
    return f"{reverse('cases:promises')}?{urlencode(asked)}"


def _before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _tab(each: Any, *, active: bool) -> dict[str, Any]:
    return {"label": each.label, "url": f"?whose={each}", "active": active}


def _formula(figure: PromiseFigure, month: date) -> str:
    return f"{month:%Y年%m月}“{figure.label}”：{FORMULAS[figure]}。"


def _line(row: Promise, on: date) -> dict[str, Any]:
    return {
        "due_on": row.due_on,
        "first_due_on": row.first_due_on if row.first_due_on != row.due_on else None,
        "chip": {"tone": tone(row.due_on, on), "words": words(row.due_on, on)} if row.open else None,
        "text": row.text,
        "who": row.promiser.name,
        "unit": row.unit.name,
        "case_url": address_of("cases:case", row.case_id),
        "number": row.case.number,
        "state": row.state.label,
    }
