"""`manage due`: a date, each day that leads to it, and a clear word where the arguments are wrong."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from law.deadlines import RULES_2022
from law.vocabulary import Duty
from organizations.limits import legal_limits
from organizations.management.commands.due import Command
from organizations.models import CalendarDay
from organizations.working_days import working_calendar
from tests.organizations.due_command import due

pytestmark = pytest.mark.django_db


def test_the_sixty_days_end_on_a_holiday_and_say_so():
    found = due("HANDLE_60D", "2026-03-02")
    assert list(found) == ["code", "starts_on", "due_on", "reason", "article", "provisional", "days"]
    assert (found["code"], found["starts_on"], found["due_on"]) == ("HANDLE_60D", "2026-03-02", "2026-05-01")
    assert (found["article"], found["provisional"]) == ("第三十四条", False)
    assert len(found["days"]) == 61
    assert found["days"][0] == {
        "date": "2026-03-02",
        "counts": False,
        "number": None,
        "why": "工作日；起算当日，不计入（民法典第二百零一条）",
    }
    assert found["days"][-1]["number"] == 60
    assert "劳动节放假" in found["days"][-1]["why"]


def test_five_working_days_leave_out_the_weekend():
    found = due("OBJECTION_5WD", "2026-03-06")
    assert found["due_on"] == "2026-03-13"
    assert [day["date"] for day in found["days"] if not day["counts"]] == ["2026-03-06", "2026-03-07", "2026-03-08"]


@pytest.mark.parametrize("code", ["COMMISSION_FEEDBACK", "URGENT_REPORT", "ANNUAL_REPORT"])
def test_no_number_in_the_law_is_null_with_a_reason(code: str):
    found = due(code, "2026-03-02")
    assert (found["due_on"], found["days"]) == (None, [])
    assert "未规定天数" in found["reason"]


@pytest.mark.parametrize("code", list(Duty))
def test_every_code_answers(code: Duty):
    assert due(code, "2026-03-02")["code"] == code


def test_designated_days_and_a_year_without_a_notice():
    assert due("COMMISSION_FEEDBACK", "2026-03-02", "--days", "20")["due_on"] == "2026-03-22"
    assert due("OBJECTION_5WD", "2027-03-01")["provisional"]
    assert due("REEXAM_REQ_30D", "2026-12-20")["provisional"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["HANDLE", "2026-03-02"], "可用的代码：DISPATCH_15D"),
        (["HANDLE_60D", "2026-02-30"], "日期写作 2026-03-02"),
        (["HANDLE_60D", "20260302"], "日期写作 2026-03-02"),
        (["HANDLE_60D", "昨天"], "日期写作 2026-03-02"),
        (["HANDLE_60D", "1900-01-01"], "1990-01-01至2100-12-31"),
        (["HANDLE_60D", "9999-12-31"], "1990-01-01至2100-12-31"),
        (["HANDLE_60D", "2026-03-02", "--days", "many"], "应为整数"),
        (["HANDLE_60D", "2026-03-02", "--days", "61"], "最长60日"),
        (["COMMISSION_FEEDBACK", "2026-03-02", "--days", "0"], "1至1000日"),
        (["COMMISSION_FEEDBACK", "2026-03-02", "--days", "-5"], "1至1000日"),
        (["COMMISSION_FEEDBACK", "2026-03-02", "--days", "999999"], "最长1000日"),
    ],
)
def test_a_wrong_argument_is_told_plainly_with_exit_code_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(CommandError, match=told) as refusal:
        call_command("due", *arguments)
    assert refusal.value.returncode == 2
    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "due", *arguments, "--json"])
    assert end.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err
    assert "Traceback" not in shown.err


def test_people_get_lines_in_chinese():
    out = StringIO()
    call_command("due", "OBJECTION_5WD", "2026-03-06", stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0] == "提出异议（OBJECTION_5WD）"
    assert "2026-03-13  第5天  工作日；计入" in lines[-1]


def test_a_day_entered_by_people_counts_at_once():
    before = due("OBJECTION_5WD", "2026-03-06")["due_on"]
    CalendarDay.objects.create(on=date(2026, 3, 11), kind="holiday", name="本地纪念日")
    found = due("OBJECTION_5WD", "2026-03-06")
    assert (before, found["due_on"]) == ("2026-03-13", "2026-03-16")
    assert "本地纪念日放假" in next(day["why"] for day in found["days"] if day["date"] == "2026-03-11")
    CalendarDay.objects.filter(on=date(2026, 3, 11)).update(kind="workday")
    assert due("OBJECTION_5WD", "2026-03-06")["due_on"] == "2026-03-13"


def test_the_calendar_costs_one_query_and_is_kept_while_nothing_changed(django_assert_num_queries):
    with django_assert_num_queries(1):
        first = working_calendar()
    assert working_calendar() is first


def test_rolling_an_agency_past_rest_days_is_a_setting(settings):
    settings.XINFANG_ROLL_AGENCY_DEADLINE = False
    assert legal_limits().on(date(2026, 3, 2)) is RULES_2022
    settings.XINFANG_ROLL_AGENCY_DEADLINE = True
    assert due("HANDLE_60D", "2026-03-02")["due_on"] == "2026-05-06"
    assert legal_limits().on(date(2026, 3, 2)).version != RULES_2022.version
