"""Which days a round covers and when it is due: pure functions of a day, a rhythm and the working calendar."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from law.calendar import Calendar
from law.local_rules import working_days_after
from screening.models.words import Rhythm

_HALF = 15
_WEEK = 7


@dataclass(frozen=True)
class Period:
    """The first and last day of a round, and what people call it."""

    first: date
    last: date
    label: str


def period_of(rhythm: Rhythm, day: date) -> Period:
    """Return the period of a rhythm that a day lies in."""
    if rhythm is Rhythm.WEEKLY:
        first = day - timedelta(days=day.weekday())
        year, week, _ = day.isocalendar()
        return Period(first, first + timedelta(days=_WEEK - 1), f"{year}年第{week}周")
    month_end = day.replace(day=monthrange(day.year, day.month)[1])
    month = f"{day.year}年{day.month}月"
    if rhythm is Rhythm.MONTHLY:
        return Period(day.replace(day=1), month_end, month)
    if day.day <= _HALF:
        return Period(day.replace(day=1), day.replace(day=_HALF), f"{month}上半月")
    return Period(day.replace(day=_HALF + 1), month_end, f"{month}下半月")


def due_day(first: date, last: date, after: int, calendar: Calendar) -> date:
    """Return when a round is due: so many working days after its last day; for 0 its last working day.

    Where no day of it is a working day, the next one.
    """
    if after:
        return working_days_after(last, after, calendar)
    days = (last - timedelta(days=back) for back in range((last - first).days + 1))
    return next((day for day in days if calendar.is_working(day)), None) or working_days_after(last, 1, calendar)
