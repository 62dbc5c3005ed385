"""What fell short 接访缺口: of each rule, day by day or period by period, found again each night (Art. 18).

What counts was published early enough and held by the receiver himself; the day of a stand-in is not the leader's.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from law.calendar import ONE_DAY, Calendar
from organizations.working_days import working_calendar
from reception.days.expecting import ON_DAYS, Expected, asked_for, month_of
from reception.models import ReceptionDay, ReceptionRule, ReceptionShortfall
from reception.models.day_words import Attendance, Cadence, DayState

# So far back a late entry of an attendance still changes what is listed; a yearly number is asked for within this, too.
_BACK = timedelta(days=92)


def find_shortfalls(on: date) -> int:
    """Write down what fell short until yesterday, and strike what was made good; returns how many are listed."""
    calendar, since, until = working_calendar(), on - _BACK, on - ONE_DAY
    rules = ReceptionRule.objects.filter(from_day__lte=until).exclude(to_day__lt=since).order_by("pk")
    return sum(_settle(rule, since, until, calendar, on) for rule in rules)


def _settle(rule: ReceptionRule, since: date, until: date, calendar: Calendar, on: date) -> int:
    expected = asked_for(rule, since, until, calendar)
    held = _held(rule, expected)
    short = {each.since: (each, done) for each in expected if (done := _done(rule, each, held)) < each.number}
    with transaction.atomic():
        listed = ReceptionShortfall.objects.filter(rule=rule, until__gte=since, until__lte=until)
        listed.exclude(since__in=list(short)).delete()
        known = {row.since: row for row in listed}
        for first, (each, done) in short.items():
            if first not in known:
                _list(rule, each, done, on)
            elif known[first].held != done:
                ReceptionShortfall.objects.filter(pk=known[first].pk).update(held=done)
    return len(short)


def _held(rule: ReceptionRule, expected: Iterable[Expected]) -> list[date]:
    """Return the days of a rule that count, from the first month that is asked about on."""
    firsts = [each.since for each in expected]
    if not firsts:
        return []
    since = month_of(min(firsts))[0]
    rows = ReceptionDay.objects.filter(rule=rule, on__gte=since, state=DayState.HELD, counts=True)
    return list(rows.filter(attendance=Attendance.SELF).values_list("on", flat=True))


def _done(rule: ReceptionRule, each: Expected, held: list[date]) -> int:
    first, last = each.since, each.until
    # A leader who could not come on his day makes it good within the month; a market day or a rota cannot be made good.
    if rule.cadence == Cadence.MONTHLY_DAY:
        first, last = month_of(each.since)
    found = sum(first <= day <= last for day in held)
    return min(found, each.number) if rule.cadence in ON_DAYS else found


def _list(rule: ReceptionRule, each: Expected, done: int, on: date) -> None:
    ReceptionShortfall.objects.create(
        rule=rule,
        district_id=rule.district_id,
        unit_id=rule.unit_id,
        since=each.since,
        until=each.until,
        expected=each.number,
        held=done,
        found_on=on,
    )
