"""The pages of insight: what may be the same matter as a case, and how often hints were followed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.views.shared import asked_file
from insight.figures import Followed, followed_by_month, model_of
from insight.handling.on_case import handling_of, lines_of
from insight.on_case import alike_of, join_url, units_of
from kit.web import show, staff_only
from organizations.today import today
from organizations.views.people import member

_COLUMNS = [
    {"label": "月份"},
    {"label": "提示的事项"},
    {"label": "依据"},
    {"label": "提示后登记的", "kind": "num"},
    {"label": "采用", "kind": "num"},
    {"label": "采用率", "kind": "num"},
]


@require_safe
@staff_only
def alike(request: HttpRequest, case_id: int) -> HttpResponse:
    """List the cases that may be of the same matter as one. Raises Refused: not_found, not_permitted."""
    file, staff = asked_file(request, case_id), member(request)
    found = alike_of(file, staff, today())
    context = {
        "case": file.case,
        "similar": [{"each": each, "join_url": join_url(file, each.line.number)} for each in found],
        "units": units_of(found),
    }
    return show(request, "insight/alike.html", "insight/_alike.html", context)


@require_safe
@staff_only
def handling(request: HttpRequest, case_id: int) -> HttpResponse:
    """Say how a case that waits at the desk may be handled. Raises Refused: not_found, not_permitted."""
    file, staff = asked_file(request, case_id), member(request)
    found = handling_of(file, staff, today())
    context = {"case": file.case, "lines": lines_of(file, found)}
    return show(request, "insight/handling.html", "insight/_handling.html", context)


@require_safe
@staff_only
def figures(request: HttpRequest) -> HttpResponse:
    """Show how often hints were followed, and what was learned. Raises Refused not_permitted."""
    staff = member(request)
    context = {
        "columns": _COLUMNS,
        "lines": [_line(row) for row in followed_by_month(staff, today())],
        "model": model_of(staff),
        "nothing": {
            "title": "还没有提示",
            "text": "登记页面有过提示、登记以后的第二天，这里显示采用没有。",
            "icon": "chart",
        },
    }
    return render(request, "insight/figures.html", context)


def _line(row: Followed) -> dict[str, Any]:
    return {
        "cells": [
            {"label": "月份", "text": f"{row.month:%Y-%m}"},
            {"label": "提示的事项", "text": row.kind.label},
            {"label": "依据", "text": basis_of(row)},
            {"label": "提示后登记的", "text": str(row.shown), "kind": "num"},
            {"label": "采用", "text": str(row.followed), "kind": "num"},
            {"label": "采用率", "text": f"{row.followed / row.shown:.0%}", "kind": "num"},
        ]
    }


def basis_of(row: Followed) -> str:
    """Return in words what the hints of a line came from."""
    if row.kind == row.kind.REPEAT:
        return "信访人或者内容相同"
    if row.kind != row.kind.CATEGORY:
        return "以往的件、文中的词、属地"
    return "由已登记的件学得" if row.learned else "字典的词"
