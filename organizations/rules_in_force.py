"""The calendar and the limits as columns of whatever an act asks anyway: the rules cost it no statement of their own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kit.gathered import Gathered
from law.calendar import Calendar
from organizations.limits import LIMIT_COLUMNS, Limits, limits_of
from organizations.models import CalendarDay, LimitVersion
from organizations.working_days import DAY_COLUMNS, calendar_of


def _changed_days() -> "QuerySet[CalendarDay]":
    return CalendarDay.objects.order_by("on")


def _limit_versions() -> "QuerySet[LimitVersion]":
    return LimitVersion.objects.order_by("valid_from")


def rules_beside() -> dict[str, Gathered]:
    """Return the columns to add to a question; `rules_of` reads them from its answer."""
    return {
        "changed_days": Gathered(_changed_days, *DAY_COLUMNS),
        "limit_versions": Gathered(_limit_versions, *LIMIT_COLUMNS),
    }


def rules_of(said: Mapping[str, Any]) -> tuple[Calendar, Limits]:
    """Return the calendar and the limits that came beside an answer."""
    days = ((date.fromisoformat(day["on"]), day["kind"], day["name"]) for day in said["changed_days"])
    versions = ({**each, "valid_from": date.fromisoformat(each["valid_from"])} for each in said["limit_versions"])
    return calendar_of(days), limits_of(versions)
