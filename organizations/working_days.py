"""The working calendar of this house: the base and the days people entered."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from law.calendar import Calendar, DayOverride
from organizations.models import CalendarDay
from organizations.vocabulary import DayKind

DAY_COLUMNS = ("on", "kind", "name")
Row = tuple[date, str, str]


def working_calendar() -> Calendar:
    """Return the calendar with the overrides of today's database: one query; ask once per act, page or task."""
    return calendar_of(CalendarDay.objects.order_by("on").values_list(*DAY_COLUMNS))


def calendar_of(rows: Iterable[Row]) -> Calendar:
    """Return the calendar with these overrides, in their order, by their `DAY_COLUMNS`."""
    return _calendar(tuple(rows))


@lru_cache(maxsize=2)
def _calendar(rows: tuple[Row, ...]) -> Calendar:
    # Kept by content: every process sees a changed day at once, and unchanged days keep their computed years.
    return Calendar({on: DayOverride(_kind(kind), name) for on, kind, name in rows})


def _kind(kind: str) -> Literal["holiday", "workday"]:
    return "workday" if kind == DayKind.WORKDAY else "holiday"
