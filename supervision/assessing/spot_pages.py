"""日抽查: what was due on a day and not done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kit.day_field import DayField
from kit.plain_forms import PlainForm
from kit.web import staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member
from supervision.assessing.spot_check import Spot, assert_past, assert_supervises, spot_check

_PAGE = "supervision/assessing/spot_check.html"
COLUMNS = [
    {"label": "单位"},
    {"label": "应办"},
    {"label": "事项"},
    {"label": "责任人", "kind": "narrow"},
    {"label": "后来办理", "kind": "date"},
]


class DayForm(PlainForm):
    """哪一天."""

    day = DayField(label="日期", required=False, help_text="不填为今天。")


@require_safe
@staff_only
def spot_check_page(request: HttpRequest) -> HttpResponse:
    """Show what was due on a day, today where none is named, and not done. Raises Refused not_permitted."""
    staff, on = assert_supervises(member(request)), today()
    form = DayForm(request.GET)
    context: dict[str, Any] = {"form": form, "columns": COLUMNS, "lines": [], "day": on}
    if not form.is_valid():
        return render(request, _PAGE, context, status=422)
    try:
        day = assert_past(form.cleaned_data["day"] or on, on)
    except Refused as refused:
        form.add_error("day", refused.message)
        return render(request, _PAGE, context, status=422)
    lines = [_line(spot) for spot in spot_check(staff, day)]
    nothing = {"title": "没有未办的", "text": "这一天应到会、应反馈、应兑现的，都办了。", "icon": "ok"}
    return render(request, _PAGE, {**context, "day": day, "lines": lines, "nothing": nothing})


def _line(spot: Spot) -> dict[str, Any]:
    done = spot.done_on.isoformat() if spot.done_on else "还没有"
    texts = (spot.unit.short_name, spot.duty.label, spot.what, spot.who, done)
    named = zip(COLUMNS, texts, strict=True)
    return {"url": spot.url, "cells": [{"label": column["label"], "text": text} for column, text in named]}
