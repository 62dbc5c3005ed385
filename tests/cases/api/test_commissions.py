"""Commissions at both doors: registered from above, warned where the days contradict, never refused for it (Art. 22)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from cases.models import Case
from law.vocabulary import Act, Duty, State
from organizations.actions import add_unit
from organizations.vocabulary import Level, UnitKind
from tests.cases.api.bodies import register_body
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.views.doors import Person
from tests.cases.views.intake_forms import send, typed
from tests.cast import START, Cast
from tests.walks import Walk, clock, commission, walk_to

Turn = Callable[[date], None]
DAY = START + timedelta(days=30)
ABOVE = {
    "superior_name": "云州市信访局",
    "superior_number": "云市信交〔2026〕5号",
    "superior_report_by": DAY.isoformat(),
}


def test_a_program_registers_what_a_body_above_commissioned(cast: Cast, calendar: Turn):
    calendar(START)
    city = add_unit("云州市信访局", UnitKind.EXTERNAL, Level.CITY)
    read = Caller(cast.clerk).post("/cases/", register_body(**ABOVE)).json()
    assert {each["duty"]: each["due_on"] for each in read["clocks"]}["SUPERIOR_REPORT"] == DAY.isoformat()
    above = Caller(cast.router).read(read["case"]["id"])["from_above"]
    said = (above["superior_id"], above["number"], above["report_by"], above["owes"])
    assert said == (city.pk, ABOVE["superior_number"], DAY.isoformat(), "conclusion")
    nameless = {**ABOVE, "superior_name": ""}
    assert_problem(Caller(cast.clerk).post("/cases/", register_body(**nameless)), (409, 422), "superior_missing")


def test_the_intake_page_takes_it_and_the_case_page_says_whose_it_is(cast: Cast, calendar: Turn):
    calendar(START)
    send(cast.clerk, typed(**ABOVE))
    case = Case.objects.get()
    assert clock(case, Duty.SUPERIOR_REPORT).due_on == DAY
    page = Person(cast.router).page(case).content.decode()
    for part in (*ABOVE.values(), "以前上报"):
        assert part in page or part == DAY.isoformat()


@DOORS
def test_the_days_that_contradict_are_warned_of_and_nothing_is_refused(cast: Cast, calendar: Turn, door: Any):
    case = Caller(cast.clerk).post("/cases/", register_body(**ABOVE)).json()["case"]
    walk = Walk(cast, Case.objects.get(pk=case["id"]))
    calendar(walk.on)
    dialog = Person(cast.router).dialog(Act.COMMISSION, walk.case).content.decode()
    assert "早于依法可以办结的最后一天" in dialog
    asked = {"unit": cast.town.pk, "demands": [1, 2], "reason": "重要", "days": 40}
    assert door(cast.router, Act.COMMISSION, walk, **asked) == ("done", "", "")
    read = Caller(cast.router).read(walk.case.pk)
    assert [words.count("反馈日期") > 0 for words in read["warnings"]] == [True, True]
    page = Person(cast.router).page(walk.case).content.decode()
    assert all(words in page for words in read["warnings"])
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    earlier = {"new_due_on": (DAY - timedelta(days=2)).isoformat(), "reason": "上级要得急"}
    assert door(cast.router, Act.CHANGE_FEEDBACK_DATE, walk, **earlier) == ("done", "", "")
    assert len(Caller(cast.router).read(walk.case.pk)["warnings"]) == 1


@DOORS
def test_a_unit_asks_for_another_day_and_reports_between_and_both_are_read(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.IN_HANDLING, first=commission)
    calendar(walk.on)
    wanted = walk.on + timedelta(days=90)
    asked = {"wanted": wanted.isoformat(), "reason": "账目多"}
    assert door(cast.town_handler, Act.ASK_FEEDBACK_DATE, walk, **asked) == ("done", "", "")
    assert door(cast.town_handler, Act.ASK_FEEDBACK_DATE, walk, **asked)[0] == "feedback_date_asked"
    assert (
        wanted.isoformat()
        in Person(cast.router).dialog(Act.CHANGE_FEEDBACK_DATE, walk.case, leg=walk.leg).content.decode()
    )
    assert door(cast.town_handler, Act.INTERIM_REPORT, walk, text="已到场查看") == ("done", "", "")
    lines = {each["kind"]: each["status"] for each in Caller(cast.router).read(walk.case.pk)["proceedings"]}
    assert lines["interim"] == f"向{cast.bureau.name}报告"
    assert lines["feedback"] == "待答复"
    assert "已到场查看" in Person(cast.router).page(walk.case).content.decode()
