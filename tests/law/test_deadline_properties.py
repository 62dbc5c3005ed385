"""What must hold for every duty, start and calendar."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from law.calendar import Calendar, DayOverride
from law.deadlines import PERIODS, Bearer, Pause, Rules, due_on, explain
from law.vocabulary import Duty

STARTS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
DUTIES = st.sampled_from(list(Duty))
NEAR = st.sets(st.integers(0, 150), max_size=40)


def with_rest(start: date, offsets: set[int]) -> Calendar:
    return Calendar({start + timedelta(days=n): DayOverride("holiday", "放假") for n in offsets})


@settings(max_examples=400, deadline=None)
@given(DUTIES, STARTS, NEAR, NEAR, st.booleans())
def test_more_rest_days_never_make_a_date_earlier(duty: Duty, start: date, some: set[int], more: set[int], roll: bool):
    rules = Rules(roll_agency=roll)
    few, many = with_rest(start, some), with_rest(start, some | more)
    earlier, later = (due_on(duty, start, calendar, rules=rules) for calendar in (few, many))
    assert (earlier is None) == (later is None)
    assert earlier is None or later is None or earlier <= later


@settings(max_examples=300, deadline=None)
@given(DUTIES, STARTS, NEAR, st.booleans(), st.integers(0, 30), st.integers(0, 60), st.integers(0, 5))
def test_an_explanation_agrees_with_the_date_and_counting_again_changes_nothing(
    duty: Duty, start: date, rest: set[int], roll: bool, extended: int, after: int, long: int
):
    calendar, rules, period = with_rest(start, rest), Rules(roll_agency=roll), PERIODS[duty]
    begun = start + timedelta(days=after)
    pauses = [Pause(begun, begun + timedelta(days=long))] if period.pausable and begun.year < 2100 else []
    options = {"extended_days": extended if period.extendable_by else 0, "pauses": pauses, "rules": rules}
    found = explain(duty, start, calendar, **options)
    assert found == explain(duty, start, calendar, **options)
    assert found.due_on == due_on(duty, start, calendar, **options)
    if found.due_on is None:
        assert found.reason
        return
    days = found.days
    assert days[0].on == start
    assert days[-1].on == found.due_on
    assert [day.on for day in days] == [start + timedelta(days=n) for n in range(len(days))]
    numbers = [day.number for day in days if day.number]
    assert numbers == list(range(1, (period.days or 0) + options["extended_days"] + 1))
    assert all(day.why for day in days)
    if period.bearer is Bearer.PETITIONER:
        assert calendar.is_working(found.due_on)


@settings(max_examples=200, deadline=None)
@given(DUTIES, STARTS, NEAR)
def test_a_later_start_never_gives_an_earlier_date(duty: Duty, start: date, rest: set[int]):
    calendar = with_rest(start, rest)
    today, tomorrow = (
        due_on(duty, start, calendar),
        due_on(duty, min(start + timedelta(days=1), date(2100, 12, 31)), calendar),
    )
    assert today is None or tomorrow is None or today <= tomorrow


@settings(max_examples=200, deadline=None)
@given(DUTIES, STARTS, NEAR)
def test_a_date_said_not_to_move_stays_whatever_rest_days_a_notice_brings(duty: Duty, start: date, rest: set[int]):
    plain = explain(duty, start, Calendar())
    if plain.provisional and not plain.may_move:
        assert due_on(duty, start, with_rest(start, rest)) == plain.due_on
