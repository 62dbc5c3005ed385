"""Days at each desk and days lost between desks, counted from movements alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.reading.desk_days import Trip, ledger


def day(number: int) -> date:
    return date(2026, 3, number)


def test_a_case_that_goes_straight_to_its_unit_loses_nothing():
    found = ledger(day(2), [Trip(1, day(4), day(4), day(20))], day(25), waiting=False)
    assert [(stay.days, stay.until) for stay in found.desk] == [(2, day(4))]
    assert [stay.days for stay in found.legs] == [16]
    assert found.days_lost == 0


def test_days_at_a_unit_that_sent_it_back_are_lost_and_the_desk_gets_it_again():
    trips = [Trip(1, day(4), day(4), day(9), came_back=True), Trip(2, day(11), day(11))]
    found = ledger(day(2), trips, day(15), waiting=False)
    assert [(stay.since, stay.until, stay.days) for stay in found.desk] == [(day(2), day(4), 2), (day(9), day(11), 2)]
    assert [(stay.days, stay.lost) for stay in found.legs] == [(5, True), (4, False)]
    assert found.days_lost == 5


def test_what_came_back_today_and_goes_on_today_lay_no_day_at_the_desk():
    trips = [Trip(1, day(4), day(4), day(9), came_back=True), Trip(2, day(9), day(9))]
    again = ledger(day(2), trips, day(15), waiting=False).desk[1]
    assert (again.until, again.days) == (day(9), 0)


def test_what_came_back_and_waits_lies_at_the_desk_until_today():
    found = ledger(day(2), [Trip(1, day(4), day(4), day(9), came_back=True)], day(15), waiting=True)
    assert [(stay.until, stay.days) for stay in found.desk] == [(day(4), 2), (None, 6)]


def test_days_lost_by_two_legs_at_once_count_once():
    trips = [Trip(1, day(4), day(4), day(9), came_back=True), Trip(2, day(6), day(6), day(12), came_back=True)]
    assert ledger(day(2), trips, day(15), waiting=True).days_lost == 8


def test_days_on_the_way_are_lost_too():
    assert ledger(day(2), [Trip(1, day(4), day(7))], day(15), waiting=False).days_lost == 3


TRIPS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans()), max_size=5)


@given(TRIPS, st.booleans())
def test_no_stay_is_negative_and_no_more_is_lost_than_has_passed(raw: list[tuple[int, int, bool]], waiting: bool):
    begin = day(1)
    trips = [
        Trip(n, begin + timedelta(a), begin + timedelta(a), begin + timedelta(a + b), back)
        for n, (a, b, back) in enumerate(raw)
    ]
    found = ledger(begin, trips, begin + timedelta(60), waiting=waiting)
    assert all(stay.days >= 0 for stay in (*found.desk, *found.legs))
    assert 0 <= found.days_lost <= 40
