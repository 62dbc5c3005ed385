"""On which days a rule asks for a reception, and how many in a period: pure, the calendar is given (Art. 18)."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from law.calendar import ONE_DAY, Calendar
from reception.days.lunar import lunar_day
from reception.models import ReceptionRule
from reception.models.day_words import Cadence

ON_DAYS = (Cadence.MONTHLY_DAY, Cadence.WORKING_DAYS, Cadence.MARKET, Cadence.LUNAR_MARKET)


@dataclass(frozen=True)
class Expected:
    """How many receptions a rule asks for from a day to a day."""

    since: date
    until: date
    number: int


def day_of_month(year: int, month: int, number: int, calendar: Calendar) -> date:
    """Return the fixed day of a month, the last one of a shorter month; on a day of rest the next working day."""
    day = date(year, month, min(number, monthrange(year, month)[1]))
    return day if calendar.is_working(day) else calendar.next_working(day)


def is_market_day(day: date, digits: str, *, lunar: bool) -> bool:
    """Tell whether a day is a market day: 逢五逢十 are the days that end in 5 and in 0; 10 and 0 say the same."""
    number = lunar_day(day) if lunar else day.day
    return number is not None and number % 10 in {int(each) % 10 for each in digits.split(",")}


def days_asked_for(rule: ReceptionRule, since: date, until: date, calendar: Calendar) -> list[date]:
    """Return the days on which a rule with days of its own wants somebody to receive; [] for one that counts times."""
    first, last = max(since, rule.from_day), min(until, rule.to_day or until)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if rule.cadence == Cadence.WORKING_DAYS:
        return [day for day in days if calendar.is_working(day)]
    if rule.cadence == Cadence.MONTHLY_DAY:
        # A day moved over the end of a month belongs to the month that it was moved out of.
        months = {(day.year, day.month) for day in (*days, *(day - timedelta(days=15) for day in days[:1]))}
        fixed = {day_of_month(year, month, rule.number or 1, calendar) for year, month in months}
        return sorted(fixed & set(days))
    lunar = rule.cadence == Cadence.LUNAR_MARKET
    if lunar or rule.cadence == Cadence.MARKET:
        return [day for day in days if is_market_day(day, rule.market_days, lunar=lunar)]
    return []


def asked_for(rule: ReceptionRule, since: date, until: date, calendar: Calendar) -> list[Expected]:
    """Return what a rule asked for in the periods that ended in these days: a day each, or a whole month or year each.

    A month or year in which the rule was not in force from beginning to end asks for nothing.
    """
    if rule.cadence in ON_DAYS:
        return [Expected(day, day, 1) for day in days_asked_for(rule, since, until, calendar)]
    periods = _months(since, until) if rule.cadence == Cadence.TIMES_A_MONTH else _years(since, until)
    whole = [(first, last) for first, last in periods if rule.from_day <= first and last <= (rule.to_day or last)]
    return [Expected(first, last, rule.number or 1) for first, last in whole]


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month of a day."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _months(since: date, until: date) -> Iterator[tuple[date, date]]:
    day = since
    while day <= until:
        first, last = month_of(day)
        if last <= until:
            yield first, last
        day = last + ONE_DAY


def _years(since: date, until: date) -> list[tuple[date, date]]:
    ends = [date(year, 12, 31) for year in range(since.year, until.year + 1)]
    return [(end.replace(month=1, day=1), end) for end in ends if since <= end <= until]
