"""The reception days for everybody, without an account (Art. 18): when, where, who; nothing of any petitioner."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kit.days import weekday_words
from organizations.today import today
from reception.appointments.profiles import open_profiles
from reception.days.presenting import hours
from reception.days.reading import open_days
from reception.models.day_words import DayState, ReceptionKind


@require_safe
def reception_days(request: HttpRequest) -> HttpResponse:
    """Show the published days of the coming weeks, and who receives by name with his consent."""
    on = today()
    return render(request, "reception/open_days.html", {"units": published(on), "profiles": open_profiles()})


def published(on: date) -> list[dict[str, Any]]:
    """Return the published days by the unit that arranges them: [{unit, phone, days [{when, who, where, kind, free, off}]}]."""
    days = sorted(open_days(on), key=lambda day: (day.unit.path, day.on, day.at, day.pk))
    return [
        {"unit": unit.name, "phone": unit.contact_phone, "days": [_day(day) for day in rows]}
        for unit, rows in groupby(days, key=lambda day: day.unit)
    ]


def _day(day: Any) -> dict[str, Any]:
    off = day.state == DayState.CANCELLED
    return {
        "on": day.on,
        "when": f"{weekday_words(day.on)} {hours(day)}",
        "who": f"{day.title} {day.name}",
        "where": day.venue,
        "kind": ReceptionKind(day.kind).label,
        "free": 0 if off else day.free,
        "off": f"已取消：{day.cancel_reason}" if off else "",
    }
