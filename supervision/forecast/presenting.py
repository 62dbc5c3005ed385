"""The forecast as pages show it: every word and percentage is prepared here."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kit.addresses import address_of
from law.nearness import tone, words
from law.vocabulary import Duty
from supervision.forecast.reading import LIKELY, UnitForecast, why
from supervision.forecast.scoring import Bin, Score
from supervision.models import ClockForecast

UNIT_COLUMNS = [
    {"label": "责任单位"},
    {"label": "到期的期限", "kind": "num"},
    {"label": "预计超期", "kind": "num"},
    {"label": "很可能超期", "kind": "num"},
]
CLOCK_COLUMNS = [
    {"label": "信访件"},
    {"label": "到期日", "kind": "narrow"},
    {"label": "期限", "kind": "narrow"},
    {"label": "责任单位"},
    {"label": "超期的可能", "kind": "narrow"},
    {"label": "为什么", "kind": "wide"},
]
SCORE_COLUMNS = [
    {"label": "提前"},
    {"label": "已见分晓", "kind": "num"},
    {"label": "其中超期", "kind": "num"},
    {"label": "布赖尔分", "kind": "num"},
    {"label": "只看全区", "kind": "num"},
    {"label": "好多少", "kind": "num"},
    {"label": "未见分晓", "kind": "num"},
    {"label": "不计", "kind": "num"},
]
BIN_COLUMNS = [
    {"label": "预测的可能"},
    {"label": "件数", "kind": "num"},
    {"label": "平均预测", "kind": "num"},
    {"label": "实际超期", "kind": "num"},
]


def percent(share: float | None) -> str:
    """Return a share as a whole percentage, — for none."""
    return "—" if share is None else f"{share:.0%}"


def unit_line(row: UnitForecast, days: int) -> dict[str, Any]:
    """Return a unit as a row of components/lines.html."""
    return {
        "url": f"{reverse('supervision:forecast_clocks')}?{urlencode({'days': days, 'unit': row.unit.pk})}",
        "cells": [
            {"label": "责任单位", "text": row.unit.short_name},
            {"label": "到期的期限", "text": str(row.clocks), "kind": "num"},
            {"label": "预计超期", "text": f"{row.expected:.1f}", "kind": "num"},
            {"label": "很可能超期", "text": str(row.likely), "kind": "num"},
        ],
    }


def clock_line(row: ClockForecast, on: date) -> dict[str, Any]:
    """Return a forecast as a row of components/lines.html."""
    duty = Duty(row.duty).label
    chip = {"tone": tone(row.due_on, on), "words": words(row.due_on, on), "name": duty, "due_on": row.due_on}
    return {
        "url": address_of("cases:case", row.clock.case_id),
        "cells": [
            {
                "label": "信访件",
                "text": row.clock.case.number,
                "sub": row.leg.handler.name if row.leg and row.leg.handler else "",
            },
            {"label": "到期日", "chip": chip},
            {"label": "期限", "text": duty},
            {"label": "责任单位", "text": row.unit.short_name},
            {
                "label": "超期的可能",
                "text": percent(row.probability),
                "sub": "很可能" if row.probability >= LIKELY else "",
            },
            {"label": "为什么", "text": why(row)},
        ],
    }


def score_line(score: Score) -> dict[str, Any]:
    """Return the score of a horizon as a row of components/lines.html."""
    return {
        "url": "",
        "cells": [
            {
                "label": "提前",
                "text": f"{score.horizon}日",
                "sub": f"含补算{score.replayed}条" if score.replayed else "",
            },
            {"label": "已见分晓", "text": str(score.known), "kind": "num"},
            {"label": "其中超期", "text": percent(score.missed), "kind": "num"},
            {"label": "布赖尔分", "text": _figure(score.brier), "kind": "num"},
            {"label": "只看全区", "text": _figure(score.by_district), "kind": "num"},
            {"label": "好多少", "text": percent(score.better), "kind": "num"},
            {"label": "未见分晓", "text": str(score.open), "kind": "num"},
            {"label": "不计", "text": str(score.void), "kind": "num"},
        ],
    }


def _figure(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"


def bin_line(each: Bin) -> dict[str, Any]:
    """Return a tenth of the reliability table as a row of components/lines.html."""
    return {
        "url": "",
        "cells": [
            {"label": "预测的可能", "text": f"{each.low:.0%}至{each.high:.0%}"},
            {"label": "件数", "text": str(each.count), "kind": "num"},
            {"label": "平均预测", "text": percent(each.said), "kind": "num"},
            {"label": "实际超期", "text": percent(each.came), "kind": "num"},
        ],
    }
