"""The working calendar and the reading of the law of this house: the base, the days people entered, a setting."""

from datetime import date
from functools import lru_cache
from typing import Literal

from django.conf import settings

from law.calendar import Calendar, DayOverride
from law.deadlines import RULES_2022, Rules
from organizations.models import CalendarDay
from organizations.vocabulary import DayKind

_ROLLING = Rules(roll_agency=True, version=f"{RULES_2022.version}+顺延")
Row = tuple[date, str, str]


def working_calendar() -> Calendar:
    """Return the calendar with the overrides of today's database: one query; ask once per act, page or task."""
    return _calendar(tuple(CalendarDay.objects.order_by("on").values_list("on", "kind", "name")))


def current_rules() -> Rules:
    """Return the rules in force: whether an agency's last day rolls past rest days is a setting, off by default."""
    return _ROLLING if getattr(settings, "XINFANG_ROLL_AGENCY_DEADLINE", False) else RULES_2022


@lru_cache(maxsize=2)
def _calendar(rows: tuple[Row, ...]) -> Calendar:
    # Kept by content: every process sees a changed day at once, and unchanged days keep their computed years.
    return Calendar({on: DayOverride(_kind(kind), name) for on, kind, name in rows})


def _kind(kind: str) -> Literal["holiday", "workday"]:
    return "workday" if kind == DayKind.WORKDAY else "holiday"
