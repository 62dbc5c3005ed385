"""The calendar and the limits as columns of whatever an act asks anyway: the rules cost it no statement of their own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery

from kit.gathered import gathered
from law.calendar import Calendar
from organizations.limits import LIMIT_COLUMNS, Limits, limits_of
from organizations.models import CalendarDay, LimitVersion
from organizations.working_days import DAY_COLUMNS, calendar_of


def rules_beside() -> dict[str, ArraySubquery]:
    """Return the columns to add to a question; `rules_of` reads them from its answer."""
    return {
        "changed_days": gathered(CalendarDay.objects.order_by("on"), *DAY_COLUMNS),
        "limit_versions": gathered(LimitVersion.objects.order_by("valid_from"), *LIMIT_COLUMNS),
    }


def rules_of(said: Mapping[str, Any]) -> tuple[Calendar, Limits]:
    """Return the calendar and the limits that came beside an answer."""
    days = ((date.fromisoformat(day["on"]), day["kind"], day["name"]) for day in said["changed_days"])
    versions = ({**each, "valid_from": date.fromisoformat(each["valid_from"])} for each in said["limit_versions"])
    return calendar_of(days), limits_of(versions)
