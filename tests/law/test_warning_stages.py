"""When a date warns, in which colour and how far up: the two ways of counting agree on every day of half a year."""

from datetime import date, timedelta

import pytest

from law.calendar import Calendar, DayOverride
from law.warning_stages import (
    Colour,
    Level,
    Stage,
    last_day_of,
    stage_at,
    stage_of,
    thresholds_of,
    working_days_left,
    wrong_thresholds,
)

N = timedelta
# Spring Festival and National Day with their make-up workdays, and days that a place entered itself.
CALENDAR = Calendar(
    {
        date(2026, 7, 15): DayOverride("holiday", "停办"),
        date(2026, 7, 18): DayOverride("workday", "补班"),
        date(2026, 7, 19): DayOverride("workday", "补班"),
    }
)
USUAL = (10, 5, 3, 1, 0, -1, -5, -10)


def test_the_last_day_of_a_threshold_says_what_counting_days_says():
    for number in range(0, 180, 3):
        today = date(2026, 7, 1) + N(days=number)
        ends = {each: last_day_of(each, today, CALENDAR) for each in USUAL}
        for shift in range(-30, 31):
            due_on = today + N(days=shift)
            naive = stage_of(USUAL, due_on, today, CALENDAR)
            reached = [each for each in USUAL if due_on <= ends[each]]
            assert (naive.threshold if naive else None) == (reached[-1] if reached else None), (today, due_on)


def test_a_last_day_that_is_a_rest_day_is_reached_on_the_working_day_before():
    friday, saturday, monday = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
    assert working_days_left(saturday, friday, CALENDAR) == 0
    assert working_days_left(saturday, monday, CALENDAR) == -1
    assert working_days_left(monday, friday, CALENDAR) == 1


def test_colours_and_levels_rise_with_each_threshold():
    assert [stage_at(USUAL, each) for each in USUAL] == [
        Stage(10, Colour.BLUE, Level.HANDLER),
        Stage(5, Colour.BLUE, Level.HANDLER),
        Stage(3, Colour.YELLOW, Level.HANDLER),
        Stage(1, Colour.ORANGE, Level.HEAD),
        Stage(0, Colour.ORANGE, Level.HEAD),
        Stage(-1, Colour.RED, Level.HEAD),
        Stage(-5, Colour.RED, Level.OFFICE),
        Stage(-10, Colour.RED, Level.LEADER),
    ]


@pytest.mark.parametrize("words", ["1,3", "3,3", "x", "61", "-251", ",".join(map(str, range(13, 0, -1)))])
def test_what_is_no_list_of_thresholds_is_refused_with_an_example(words):
    assert "5,3,1,0,-1,-5" in wrong_thresholds(words)
    assert not wrong_thresholds("5，3, 1,0,-1")
    assert thresholds_of("") == ()
