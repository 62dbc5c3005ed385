"""Major and urgent matters: the duty to report, to whom, its receipt, and the decision of the own level (Art. 22, 25)."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.api.shapes import case_answer
from cases.models import UrgentReport
from cases.presenting.page import case_page
from cases.reading.read import read_case
from law.endings import Retention
from law.errors import Refused
from law.matters import ReportKind, ReportTo
from law.urgent import bodies_owed, still_owed
from law.vocabulary import Act, Duty, Kind, State
from tests.cast import Cast, register
from tests.walks import Walk, accept, clock, code, walk_to

FLASH = {"kind": ReportKind.FLASH, "bodies": list(ReportTo), "content": "3月2日上午，三十余人在工地聚集。"}


def urgent(cast: Cast, **more: Any) -> Walk:
    return Walk(cast, register(cast, urgent=True, **more))


def test_a_petition_office_reports_to_five_others_to_three():
    assert set(bodies_owed(petition_office=True)) == set(ReportTo)
    assert len(bodies_owed(petition_office=False)) == 3
    assert still_owed([ReportTo.DEPARTMENT], petition_office=False) == (
        ReportTo.LOCAL_LEADERSHIP,
        ReportTo.JOINT_CONFERENCE,
    )


def test_marked_urgent_a_report_is_owed_and_met_when_everybody_was_told(cast: Cast):
    walk = urgent(cast)
    owed = clock(walk.case, Duty.URGENT_REPORT)
    assert (owed.running, owed.due_on, owed.starts_on) == (True, None, walk.on)
    most = [body for body in ReportTo if body is not ReportTo.NATIONAL_OFFICE]
    walk.act(Act.REPORT_URGENT, cast.router, later=1, **{**FLASH, "bodies": most})
    assert clock(walk.case, Duty.URGENT_REPORT).running
    file = read_case(walk.case.pk, by=cast.router, on=walk.on)
    assert case_page(file, walk.on, cast.router)["urgent_missing"] == "国家信访局"
    daily = {"kind": ReportKind.DAILY, "bodies": [ReportTo.NATIONAL_OFFICE], "content": "续报"}
    walk.act(Act.REPORT_URGENT, cast.router, later=1, **daily)
    assert clock(walk.case, Duty.URGENT_REPORT).met_on == walk.on
    shown = case_page(read_case(walk.case.pk, by=cast.router, on=walk.on), walk.on, cast.router)
    assert shown["urgent_missing"] == ""
    assert [row["title"] for row in shown["urgent_rows"]] == ["快报", "日报"]


def test_a_case_corrected_to_urgent_owes_a_report_and_corrected_back_owes_none(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.act(Act.CORRECT, cast.router, later=1, reason="有聚集苗头", urgent=True)
    assert clock(walk.case, Duty.URGENT_REPORT).starts_on == walk.on
    walk.act(Act.CORRECT, cast.router, later=1, reason="核实并非紧急", urgent=False)
    assert clock(walk.case, Duty.URGENT_REPORT).ended_on == walk.on


def test_a_report_that_was_forgotten_is_made_up_for_before_the_archive(cast: Cast):
    walk = walk_to(cast, State.CLOSED, urgent=True)
    kept = {"retention": Retention.TEN_YEARS}
    with pytest.raises(Refused, match="“重大紧急报告”的期限（条例未规定天数）还在计算") as refused:
        walk.on_leg(Act.ARCHIVE, walk.handler, **kept)
    assert refused.value.code == "clock_running"
    walk.act(Act.REPORT_URGENT, cast.router, **FLASH)
    walk.on_leg(Act.ARCHIVE, walk.handler, **kept)
    assert walk.case.state == State.ARCHIVED
    assert not walk.case.clocks.filter(met_on=None, waived_on=None, ended_on=None).exists()


def test_the_unit_that_handles_it_reports_too(cast: Cast):
    walk = walk_to(cast, State.REFERRED, urgent=True)
    accept(walk)
    walk.act(Act.REPORT_URGENT, cast.town_head, **FLASH)
    assert UrgentReport.objects.get().unit == cast.town


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"bodies": []}, "bodies_missing"),
        ({"content": " "}, "report_empty"),
        ({"reported_on": 5}, "date_unfit"),
        ({"reported_on": -5}, "date_unfit"),
    ],
)
def test_a_report_without_body_content_or_day_is_refused(cast: Cast, changes: dict[str, Any], expected: str):
    walk = urgent(cast)
    if "reported_on" in changes:
        changes = {"reported_on": walk.on + timedelta(days=changes["reported_on"])}
    assert code(walk.act, Act.REPORT_URGENT, cast.router, **{**FLASH, **changes}) == expected


def test_what_is_not_urgent_is_neither_reported_nor_put_to_the_own_level(cast: Cast):
    walk = walk_to(cast, State.REGISTERED)
    assert code(walk.act, Act.REPORT_URGENT, cast.router, **FLASH) == "not_urgent"
    assert code(walk.act, Act.ASK_DECISION, cast.router, proposal="x") == "not_urgent"
    file = read_case(walk.case.pk, by=cast.router, on=walk.on)
    assert not {o.act for o in file.openings} & {Act.REPORT_URGENT, Act.ASK_DECISION}


def test_its_receipt_is_recorded_once(cast: Cast):
    walk = urgent(cast)
    assert code(walk.act, Act.RECORD_URGENT_RECEIPT, cast.router, received_on=walk.on) == "nothing_open"
    walk.act(Act.REPORT_URGENT, cast.router, later=1, **FLASH)
    early = walk.on - timedelta(days=1)
    assert code(walk.act, Act.RECORD_URGENT_RECEIPT, cast.router, received_on=early) == "date_unfit"
    walk.act(Act.RECORD_URGENT_RECEIPT, cast.router, received_on=walk.on, note="市信访局值班室收")
    assert code(walk.act, Act.RECORD_URGENT_RECEIPT, cast.router, received_on=walk.on) == "nothing_open"
    [report] = case_answer(read_case(walk.case.pk, by=cast.router, on=walk.on))["urgent_reports"]
    assert (report["receipt_note"], report["kind"]) == ("市信访局值班室收", "flash")


def test_nobody_who_is_accused_gets_a_report(cast: Cast):
    accused = [RespondentInput("区政府", unit_id=cast.gov.pk)]
    walk = urgent(cast, demands=[DemandInput("区里卖地", Kind.ACCUSATION)], respondents=accused)
    assert code(walk.act, Act.REPORT_URGENT, cast.sealed_desk, **FLASH) == "accused_party"
    assert code(walk.act, Act.ASK_DECISION, cast.sealed_desk, proposal="x") == "accused_party"
    clear = [body for body in ReportTo if body is not ReportTo.LOCAL_LEADERSHIP]
    walk.act(Act.REPORT_URGENT, cast.sealed_desk, **{**FLASH, "bodies": clear})
    assert clock(walk.case, Duty.URGENT_REPORT).met_on == walk.on


def test_a_sealed_report_is_shown_to_those_only_who_read_the_accusation(cast: Cast):
    accused = [RespondentInput("某厂", outside=True, demands=(2,))]
    asks = [DemandInput("还地"), DemandInput("某厂行贿", Kind.ACCUSATION)]
    walk = urgent(cast, demands=asks, respondents=accused)
    walk.act(Act.REPORT_URGENT, cast.router, **FLASH)
    walk.act(Act.REFER, cast.coordinator, unit=cast.town, demands=[1], reason="属地", extract="还地")
    file = read_case(walk.case.pk, by=cast.town_head, on=walk.on)
    assert file.urgent_reports == []
    assert case_page(file, walk.on, cast.town_head)["urgent_missing"] == ""


def test_a_matter_put_to_the_own_level_waits_there_and_its_clock_runs_on(cast: Cast):
    walk = urgent(cast)
    walk.act(Act.REFER, cast.coordinator, unit=cast.town, demands=[2], reason="属地")
    walk.act(Act.ASK_DECISION, cast.router, later=1, proposal="建议由住建局牵头。")
    assert (walk.case.state, clock(walk.case, Duty.DISPATCH_15D).running) == (State.PENDING_DECISION, True)
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    accept(walk)
    assert walk.case.state == State.PENDING_DECISION, "what a unit does meanwhile does not answer the question"
    early = {"decided_on": walk.on - timedelta(days=9)}
    given = {"decision": "由住建局牵头。", "decided_by": "云河区人民政府", "number": "云政办〔2026〕8号"}
    assert code(walk.act, Act.RECORD_DECISION, cast.router, **given, **early) == "date_unfit"
    walk.act(Act.RECORD_DECISION, cast.router, later=1, **given)
    assert walk.case.state == State.REGISTERED
    [row] = case_page(read_case(walk.case.pk, by=cast.router, on=walk.on), walk.on, cast.router)["urgent_rows"]
    assert "云政办〔2026〕8号：由住建局牵头。" in row["receipt"]
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1], reason="按区政府决定")
