"""超期预测: by unit, clock by clock, and how often it was right."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cases.lists.counting import capped_count
from kit.web import staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member
from supervision.forecast import presenting as shown
from supervision.forecast.reading import (
    assert_reads,
    by_unit,
    forecasts,
    horizon_of,
    made_on,
    page_of_forecasts,
    unit_in,
)
from supervision.forecast.scoring import reliability, scores
from supervision.models.forecasts import HORIZONS

_FIRST = str(HORIZONS[0])


@require_safe
@staff_only
def forecast(request: HttpRequest) -> HttpResponse:
    """Show what is forecast of each unit, and the score. Raises Refused: not_permitted, horizon_unknown."""
    staff, days = _asked(request)
    on = today()
    context = {
        "days": days,
        "tabs": _tabs("supervision:forecast", days),
        "made_on": made_on(staff),
        "unit_columns": shown.UNIT_COLUMNS,
        "units": [shown.unit_line(row, days) for row in by_unit(staff, on, days)],
        "nothing": {
            "title": "没有可以预测的期限",
            "text": f"{days}日内没有到期的期限，或者今晚才第一次预测。",
            "icon": "ok",
        },
        "score_columns": shown.SCORE_COLUMNS,
        "scores": [shown.score_line(score) for score in scores(staff, on)],
        "bin_columns": shown.BIN_COLUMNS,
        "bins": [shown.bin_line(each) for each in reliability(staff, on, days)],
        "no_score": {"title": "还没有见分晓的预测", "text": "预测过的期限到期以后，这里显示准不准。", "icon": "chart"},
    }
    return render(request, "supervision/forecast/forecast.html", context)


@require_safe
@staff_only
def forecast_clocks(request: HttpRequest) -> HttpResponse:
    """List the clocks behind a figure, the soonest first. Raises Refused: not_permitted, horizon_unknown, not_found."""
    staff, days = _asked(request)
    on, unit = today(), unit_in(staff, request.GET.get("unit", ""))
    rows = forecasts(staff, on, days)
    rows = rows.filter(unit=unit) if unit else rows
    page = page_of_forecasts(rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    kept = {"days": str(days), **({"unit": str(unit.pk)} if unit else {})}
    context = {
        "days": days,
        "unit": unit,
        "tabs": _tabs("supervision:forecast_clocks", days, unit=kept.get("unit", "")),
        "columns": shown.CLOCK_COLUMNS,
        "lines": [shown.clock_line(row, on) for row in page.rows],
        "pager": {
            "count": capped_count(rows),
            "note": "",
            "next_url": f"?{urlencode({**kept, 'after': page.after})}" if page.after else None,
            "previous_url": f"?{urlencode({**kept, 'before': page.before})}" if page.before else None,
        },
        "nothing": {"title": "没有这样的期限", "text": f"{days}日内没有到期的。", "icon": "ok"},
    }
    return render(request, "supervision/forecast/clocks.html", context)


def _asked(request: HttpRequest) -> tuple[Staff, int]:
    staff = member(request)
    assert_reads(staff)
    return staff, horizon_of(request.GET.get("days", _FIRST))


def _tabs(name: str, days: int, **kept: str) -> list[dict[str, Any]]:
    more: dict[str, int | str] = {key: value for key, value in kept.items() if value}
    return [
        {"label": f"{each}日内", "url": f"{reverse(name)}?{urlencode({'days': each, **more})}", "active": each == days}
        for each in HORIZONS
    ]
