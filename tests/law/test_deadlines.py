"""The deadline table and the dates it gives: the traps of the Regulation, one by one."""

import time
from datetime import date, timedelta

import pytest

from law.calendar import Calendar
from law.deadlines import PERIODS, Bearer, Pause, Rules, Unit, due_on, explain
from law.errors import Refused
from law.nearness import tone, words
from law.vocabulary import Duty

PLAIN = Calendar()
D = date.fromisoformat
ROLLING = Rules(roll_agency=True)


def test_every_duty_has_a_period_with_an_article():
    assert set(PERIODS) == set(Duty)
    assert all(period.article for period in PERIODS.values())
    assert all(period.note for period in PERIODS.values() if period.days is None)


def test_only_the_objection_counts_working_days():
    legal = {duty for duty, period in PERIODS.items() if not period.setting}
    assert {duty for duty in legal if PERIODS[duty].unit is Unit.WORKING_DAY} == {Duty.OBJECTION_5WD}


def test_only_the_review_can_be_paused_and_only_the_sixty_days_extended():
    assert [duty for duty, period in PERIODS.items() if period.pausable] == [Duty.REVIEW_30D]
    assert {duty: p.extendable_by for duty, p in PERIODS.items() if p.extendable_by} == {Duty.HANDLE_60D: 30}


def test_the_petitioner_bears_exactly_the_two_windows():
    windows = {duty for duty, period in PERIODS.items() if period.bearer is Bearer.PETITIONER}
    assert windows - {Duty.REVOKE_15D} == {Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D}
    assert PERIODS[Duty.REVOKE_15D].setting, "no article: a rule of the house, in the petitioner's favour"


@pytest.mark.parametrize(
    ("duty", "starts_on", "expected"),
    [
        (Duty.HANDLE_60D, "2026-03-02", "2026-05-01"),  # a holiday: the agency's duty is not rolled
        (Duty.OBJECTION_5WD, "2026-03-06", "2026-03-13"),  # a Friday
        (Duty.OBJECTION_5WD, "2026-02-12", "2026-02-26"),  # 春节: 13, 14 (made up), 24, 25, 26
        (Duty.OBJECTION_5WD, "2026-09-30", "2026-10-13"),  # 国庆节: 8, 9, 10 (made up), 12, 13
        (Duty.OPEN_1WD, "2026-09-30", "2026-10-08"),
        (Duty.OPEN_1WD, "2026-10-09", "2026-10-10"),  # a Saturday that is worked
        (Duty.SERVICE_3WD, "2026-03-05", "2026-03-10"),
        (Duty.DISPATCH_15D, "2026-03-02", "2026-03-17"),
        (Duty.NOTICE_DIRECT_15D, "2026-02-27", "2026-03-14"),  # a Saturday
        (Duty.NOTICE_REFERRED_15D, "2026-09-20", "2026-10-05"),
        (Duty.NOTICE_DIRECT_SPOT, "2026-10-01", "2026-10-01"),
        (Duty.REEXAM_30D, "2026-04-01", "2026-05-01"),
        (Duty.REVIEW_30D, "2026-04-01", "2026-05-01"),
        (Duty.REEXAM_REQ_30D, "2026-04-01", "2026-05-06"),  # rolled past 劳动节, 1 to 5 May
        (Duty.REVIEW_REQ_30D, "2026-09-10", "2026-10-10"),  # a Saturday that is worked: not rolled
        (Duty.REEXAM_REQ_30D, "2026-09-03", "2026-10-08"),
        (Duty.EXTEND_30D, "2026-05-01", "2026-05-31"),
        (Duty.HANDLE_60D, "2023-12-31", "2024-02-29"),  # a leap day
        (Duty.SUGGESTION_FEEDBACK, "2026-03-02", "2026-04-01"),
    ],
)
def test_a_date_is_what_the_law_says(duty: Duty, starts_on: str, expected: str):
    assert due_on(duty, D(starts_on), PLAIN) == D(expected)


@pytest.mark.parametrize("duty", [Duty.COMMISSION_FEEDBACK, Duty.URGENT_REPORT, Duty.ANNUAL_REPORT])
def test_where_the_law_sets_no_number_there_is_no_date_but_a_reason(duty: Duty):
    found = explain(duty, D("2026-03-02"), PLAIN)
    assert (due_on(duty, D("2026-03-02"), PLAIN), found.due_on, found.days) == (None, None, ())
    assert "未规定天数" in found.reason


def test_a_designated_number_of_days_gives_a_commission_its_date():
    assert due_on(Duty.COMMISSION_FEEDBACK, D("2026-03-02"), PLAIN, days=45) == D("2026-04-16")


def test_an_extension_moves_the_sixty_days_and_equals_thirty_days_from_the_old_date():
    start = D("2026-03-02")
    old = due_on(Duty.HANDLE_60D, start, PLAIN)
    assert old is not None
    extended = due_on(Duty.HANDLE_60D, start, PLAIN, extended_days=30)
    assert extended == old + timedelta(days=30) == due_on(Duty.EXTEND_30D, old, PLAIN)


def test_hearing_days_are_left_out_of_a_review_once_each():
    start = D("2026-04-01")
    hearing = Pause(D("2026-04-10"), D("2026-04-12"))
    overlapping = Pause(D("2026-04-12"), D("2026-04-13"))
    assert due_on(Duty.REVIEW_30D, start, PLAIN, pauses=[hearing]) == D("2026-05-04")
    assert due_on(Duty.REVIEW_30D, start, PLAIN, pauses=[hearing, overlapping]) == D("2026-05-05")
    assert due_on(Duty.REVIEW_30D, start, PLAIN, pauses=[Pause(D("2026-06-01"), D("2026-06-09"))]) == D("2026-05-01")
    causes = [day.why for day in explain(Duty.REVIEW_30D, start, PLAIN, pauses=[hearing]).days if "听证" in day.why]
    assert len(causes) == 3


@pytest.mark.parametrize("duty", sorted(set(Duty) - {Duty.REVIEW_30D}))
def test_a_hearing_stops_no_other_clock(duty: Duty):
    with pytest.raises(Refused) as refusal:
        due_on(duty, D("2026-03-02"), PLAIN, days=None, pauses=[Pause(D("2026-03-05"), D("2026-03-06"))])
    assert (refusal.value.code, refusal.value.article) == ("pause_not_allowed", "第三十六条第二款")


@pytest.mark.parametrize(
    ("duty", "options", "code"),
    [
        (Duty.HANDLE_60D, {"extended_days": 31}, "extension_too_long"),
        (Duty.HANDLE_60D, {"extended_days": -1}, "extension_too_long"),
        (Duty.REEXAM_30D, {"extended_days": 1}, "extension_not_allowed"),
        (Duty.DISPATCH_15D, {"days": 16}, "days_too_many"),
        (Duty.OBJECTION_5WD, {"days": 6}, "days_too_many"),
        (Duty.HANDLE_60D, {"days": 0}, "days_too_few"),
        (Duty.COMMISSION_FEEDBACK, {"days": 0}, "days_too_few"),
        (Duty.COMMISSION_FEEDBACK, {"days": 1001}, "days_too_many"),
        (Duty.NOTICE_DIRECT_SPOT, {"days": 1}, "days_too_many"),
        (Duty.REVIEW_30D, {"pauses": [Pause(D("2026-03-06"), D("2026-03-05"))]}, "pause_reversed"),
        (Duty.REVIEW_30D, {"pauses": [Pause(D("2026-03-06"), date.max)]}, "date_out_of_range"),
    ],
)
def test_what_the_law_does_not_give_is_refused_with_the_numbers(duty: Duty, options: dict, code: str):
    for function in (due_on, explain):
        with pytest.raises(Refused) as refusal:
            function(duty, D("2026-03-02"), PLAIN, **options)
        assert refusal.value.code == code


@pytest.mark.parametrize("starts_on", ["1900-01-01", "1989-12-31", "2101-01-01"])
def test_a_year_out_of_range_is_refused_and_told(starts_on: str):
    with pytest.raises(Refused, match="1990-01-01至2100-12-31") as refusal:
        due_on(Duty.HANDLE_60D, D(starts_on), PLAIN)
    assert refusal.value.code == "date_out_of_range"


@pytest.mark.parametrize("starts_on", ["1990-01-01", "2003-12-31", "2026-12-31", "2100-12-31"])
def test_every_duty_has_an_explanation_at_the_edges_of_the_calendar(starts_on: str):
    for duty in Duty:
        assert explain(duty, D(starts_on), PLAIN, days=None).due_on == due_on(duty, D(starts_on), PLAIN)


def test_the_first_day_is_shown_and_not_counted():
    first, second, *_ = explain(Duty.DISPATCH_15D, D("2026-03-02"), PLAIN).days
    assert (first.on, first.counts, first.number) == (D("2026-03-02"), False, None)
    assert "民法典第二百零一条" in first.why
    assert (second.counts, second.number) == (True, 1)


def test_a_rolled_window_shows_every_day_it_was_rolled_over():
    found = explain(Duty.REEXAM_REQ_30D, D("2026-04-01"), PLAIN)
    assert [day.number for day in found.days[-6:]] == [30, None, None, None, None, None]
    assert [day.on.day for day in found.days[-5:]] == [2, 3, 4, 5, 6]
    assert "顺延到2026-05-06" in found.reason


def test_a_setting_rolls_an_agency_too_and_never_makes_it_earlier():
    assert due_on(Duty.HANDLE_60D, D("2026-03-02"), PLAIN, rules=ROLLING) == D("2026-05-06")
    assert "不顺延" in explain(Duty.HANDLE_60D, D("2026-03-02"), PLAIN).reason
    assert "不顺延" not in explain(Duty.HANDLE_60D, D("2026-03-02"), PLAIN, rules=ROLLING).reason


def test_a_province_may_be_stricter_never_laxer():
    assert due_on(Duty.HANDLE_60D, D("2026-03-02"), PLAIN, rules=Rules(overrides={Duty.HANDLE_60D: 30})) == D(
        "2026-04-01"
    )
    with pytest.raises(Refused) as refusal:
        Rules(overrides={Duty.HANDLE_60D: 90})
    assert refusal.value.code == "days_too_many"


def test_a_date_in_a_year_without_a_notice_is_marked_and_says_whether_it_may_move():
    objection = explain(Duty.OBJECTION_5WD, D("2026-12-30"), PLAIN)
    assert (objection.provisional, objection.may_move) == (True, True)
    assert "日期暂定" in objection.reason
    handling = explain(Duty.HANDLE_60D, D("2026-12-01"), PLAIN)
    assert (handling.provisional, handling.may_move) == (True, False)
    assert "不影响这一日期" in handling.reason
    assert not explain(Duty.HANDLE_60D, D("2026-03-02"), PLAIN).provisional


def test_a_house_default_says_that_the_regulation_sets_no_number():
    assert "条例未规定天数" in explain(Duty.SUGGESTION_FEEDBACK, D("2026-03-02"), PLAIN).reason
    assert {PERIODS[Duty.SERVICE_3WD].article, PERIODS[Duty.OPEN_1WD].article} == {"本系统设置"}


@pytest.mark.parametrize(
    ("today", "met_on", "colour", "text"),
    [
        ("2026-04-19", None, "green", "还剩12天"),
        ("2026-04-27", None, "green", "还剩4天"),
        ("2026-04-28", None, "yellow", "还剩3天"),
        ("2026-05-01", None, "orange", "今天到期"),
        ("2026-05-04", None, "red", "超期3天"),
        ("2026-05-09", "2026-04-29", "grey", "已于2026年4月29日完成（提前2天）"),
        ("2026-05-09", "2026-05-01", "grey", "已于2026年5月1日完成（到期当日）"),
        ("2026-05-09", "2026-05-02", "grey", "已于2026年5月2日完成（超期1天）"),
    ],
)
def test_a_clock_has_a_colour_and_words(today: str, met_on: str | None, colour: str, text: str):
    met = D(met_on) if met_on else None
    assert tone(D("2026-05-01"), D(today), met_on=met) == colour
    assert words(D("2026-05-01"), D(today), met_on=met) == text


def test_a_clock_without_a_date_is_grey():
    assert (tone(None, D("2026-05-01")), words(None, D("2026-05-01"))) == ("grey", "未定期限")
    assert words(None, D("2026-05-01"), met_on=D("2026-05-01")) == "已于2026年5月1日完成"


def test_ten_thousand_dates_are_quick():
    begun = time.process_time()
    for n in range(10_000):
        due_on(Duty.HANDLE_60D, date(2000, 1, 1) + timedelta(days=3 * n), PLAIN)
    assert time.process_time() - begun < 2
