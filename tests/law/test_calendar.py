"""The working calendar: published years, overrides, years without a notice."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from law.calendar import Calendar, DayOverride

PLAIN = Calendar()
FESTIVALS_2027 = ("2027-01-01", "2027-02-05", "2027-04-05", "2027-05-01", "2027-06-09", "2027-09-15", "2027-10-01")


@pytest.mark.parametrize(
    ("day", "working", "why"),
    [
        ("2026-03-02", True, "工作日"),
        ("2026-03-07", False, "星期六"),
        ("2026-03-08", False, "星期日"),
        ("2026-10-01", False, "国庆节放假"),
        ("2026-10-10", True, "调休上班（国庆节）"),
        ("2026-09-20", True, "调休上班（国庆节）"),
        ("2026-02-14", True, "调休上班（春节）"),
        ("2027-10-04", False, "国庆节放假（推算）"),
        ("2027-02-05", False, "春节放假（推算）"),
    ],
)
def test_a_day_says_what_it_is(day: str, working: bool, why: str):
    on = date.fromisoformat(day)
    assert (PLAIN.is_working(on), PLAIN.why(on)) == (working, why)


def test_every_day_of_the_published_years_agrees_with_the_reference_list(shared_folder: Path):
    with (shared_folder / "reference" / "workdays_2004_2026.csv").open(encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 8000
    wrong = [r["date"] for r in rows if PLAIN.is_working(date.fromisoformat(r["date"])) != (r["is_workday"] == "1")]
    assert wrong == []
    assert not any(PLAIN.is_provisional(date.fromisoformat(row["date"])) for row in rows)


def test_the_days_of_2027_by_rule_agree_with_the_reference_list(shared_folder: Path):
    with (shared_folder / "reference" / "holidays_2027_PROVISIONAL_no_notice.csv").open(encoding="utf-8-sig") as lines:
        named = {date.fromisoformat(row["date"]) for row in csv.DictReader(lines)}
    year = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    assert {day for day in year if day.weekday() < 5 and not PLAIN.is_working(day)} == {
        day for day in named if day.weekday() < 5
    }


def test_a_year_without_a_notice_is_provisional_with_thirteen_statutory_days():
    assert PLAIN.is_provisional(date(2027, 6, 1))
    assert not PLAIN.is_provisional(date(2026, 6, 1))
    for year in range(2027, 2101):
        named = {d for d in (date(year, 1, 1) + timedelta(days=n) for n in range(365)) if "放假" in PLAIN.why(d)}
        # Two festivals may fall on one day (中秋 on 1 October); days off for weekends come on top.
        assert len(named) >= 12, year


def test_years_before_the_notices_know_the_days_of_their_time():
    assert PLAIN.why(date(2003, 5, 2)) == "劳动节放假（推算）"
    assert PLAIN.is_working(date(1999, 5, 4))
    assert PLAIN.why(date(1999, 2, 16)) == "春节放假（推算）"
    assert PLAIN.is_working(date(1999, 4, 5)), "清明 became a day off in 2008"


@pytest.mark.parametrize("year", [1900, 1990, 2100, 2101])
def test_even_a_far_year_is_answered_and_marked(year: int):
    assert not PLAIN.is_working(date(year, 10, 1))
    assert PLAIN.is_provisional(date(year, 10, 1))


def test_an_override_wins_over_the_notice_and_over_the_rule():
    calendar = Calendar(
        {
            date(2026, 10, 10): DayOverride("holiday", "校庆"),
            date(2026, 10, 1): DayOverride("workday", "值守"),
            date(2027, 3, 1): DayOverride("holiday"),
        }
    )
    assert calendar.why(date(2026, 10, 10)) == "校庆放假"
    assert calendar.why(date(2026, 10, 1)) == "调休上班（值守）"
    assert calendar.why(date(2027, 3, 1)) == "放假"
    assert not calendar.is_provisional(date(2027, 3, 1))
    assert calendar.is_provisional(date(2027, 3, 2)), "one day entered early does not publish a year"


def test_a_year_is_published_once_every_festival_is_entered():
    notice = {date.fromisoformat(day): DayOverride("holiday", "放假") for day in FESTIVALS_2027}
    assert not Calendar(notice).is_provisional(date(2027, 3, 2))
    assert Calendar(notice).is_working(date(2027, 10, 4)), "the notice, not the rule, says which day is given back"
    del notice[date(2027, 6, 9)]
    assert Calendar(notice).is_provisional(date(2027, 3, 2))


def test_the_next_working_day_passes_a_whole_festival_and_stops_at_a_make_up_workday():
    assert PLAIN.next_working(date(2026, 9, 30)) == date(2026, 10, 8)
    assert PLAIN.next_working(date(2026, 10, 9)) == date(2026, 10, 10)
    assert PLAIN.next_working(date(2026, 3, 2)) == date(2026, 3, 3)
