"""Rounds follow the rhythm and the working calendar; a rate never passes 100 %."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.calendar import Calendar, DayOverride
from screening.models.words import Rhythm
from screening.rounds.expected import tally
from screening.rounds.periods import due_day, period_of

PLAIN = Calendar({})


def test_a_day_lies_in_one_period_of_each_rhythm():
    day = date(2026, 2, 17)
    spans = {rhythm: period_of(rhythm, day) for rhythm in Rhythm}
    assert (spans[Rhythm.WEEKLY].first, spans[Rhythm.WEEKLY].last) == (date(2026, 2, 16), date(2026, 2, 22))
    assert (spans[Rhythm.HALF_MONTHLY].first, spans[Rhythm.HALF_MONTHLY].last) == (date(2026, 2, 16), date(2026, 2, 28))
    assert spans[Rhythm.MONTHLY].first == date(2026, 2, 1)


@pytest.mark.parametrize("rhythm", list(Rhythm))
@given(day=st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_periods_follow_each_other_without_gap_or_overlap(rhythm: Rhythm, day: date):
    period = period_of(rhythm, day)
    assert period.first <= day <= period.last
    assert period_of(rhythm, period.last + timedelta(days=1)).first == period.last + timedelta(days=1)
    assert period_of(rhythm, period.last).first == period.first


@pytest.mark.parametrize("rhythm", list(Rhythm))
@given(day=st.dates(date(2020, 1, 1), date(2026, 12, 31)), after=st.integers(0, 5))
def test_a_round_is_due_on_a_working_day(rhythm: Rhythm, day: date, after: int):
    period = period_of(rhythm, day)
    due = due_day(period.first, period.last, after, PLAIN)
    assert PLAIN.is_working(due)
    assert due >= period.first
    assert not after or due > period.last


def test_a_week_that_is_all_holiday_is_due_after_it():
    monday = date(2026, 3, 2)
    holidays = Calendar({monday + timedelta(days=n): DayOverride("holiday", "试") for n in range(5)})
    assert due_day(monday, monday + timedelta(days=6), 0, holidays) == date(2026, 3, 9)


@given(
    st.sets(st.integers(1, 30)),
    st.lists(st.tuples(st.integers(1, 60), st.booleans(), st.booleans(), st.booleans()), max_size=80),
)
def test_a_rate_never_passes_one(expected: set[int], sent: list[tuple[int, bool, bool, bool]]):
    """Whoever reports twice, corrects, or owes nothing: the counts add up."""
    reports = [
        SimpleNamespace(unit_id=unit, late=late, zero=zero, current=current) for unit, late, zero, current in sent
    ]
    counted = tally(expected, reports)
    assert counted.expected == len(expected)
    assert counted.missing >= 0
    assert counted.on_time + counted.late + counted.missing == counted.expected
    assert counted.rate is None if not expected else 0 <= counted.rate <= 1
