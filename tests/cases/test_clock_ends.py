"""Clocks at their edges: what a town keeps, whom nobody can notify, voiding, reports, closing."""

from datetime import date, timedelta

import pytest

from cases.actions.inputs import DemandInput, PartyInput
from cases.clocks import explain_clock
from cases.doors.table import ACTIONS
from law.deadlines import due_on
from law.errors import Refused
from law.vocabulary import Act, Duty, Kind, ServiceMethod, State
from organizations.models import CalendarDay
from organizations.working_days import working_calendar
from tests.cases.asking import assert_recomputed
from tests.cast import START, Cast, register
from tests.walks import (
    Walk,
    accept,
    answer_all,
    clock,
    commission,
    follow,
    issue,
    keep,
    refer,
    serve,
    submit,
    take,
    walk_to,
)

N = timedelta


def test_what_a_town_keeps_is_its_own_from_the_day_of_receipt(cast: Cast):
    walk = follow(Walk(cast, register(cast)), keep)
    assert (walk.leg.state, walk.leg.received_on, walk.leg.unit) == (State.RECEIVED, START, cast.town)
    assert not walk.leg.clocks.exists()
    direct = clock(walk.case, Duty.NOTICE_DIRECT_15D)
    assert direct.running
    follow(walk, accept)
    direct.refresh_from_db()
    assert (direct.starts_on, direct.met_on) == (START, walk.on)
    assert clock(walk.case, Duty.HANDLE_60D).starts_on == walk.leg.accepted_on
    follow(walk, take, submit, issue, serve)
    assert_recomputed(walk.case)


def test_an_office_keeps_nothing(cast: Cast):
    case = register(cast)
    with pytest.raises(Refused) as refused:
        ACTIONS[Act.KEEP](case.pk, by=cast.router, on=START, demands=[1])
    assert refused.value.code == "office_cannot_keep"


def test_notice_of_accusations_follows_the_rules_of_discipline_organs(cast: Cast):
    case = register(cast, demands=[DemandInput("村长贪污", Kind.ACCUSATION), DemandInput("修路")])
    link = {"name": "金村长", "staff": cast.village_head, "demands": [1]}
    ACTIONS[Act.LINK_RESPONDENT](case.pk, by=cast.router, on=START, **link)
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.discipline, demands=[1], reason="管理权限")
    [leg] = case.legs.all()
    assert {c.duty for c in leg.clocks.all()} == {Duty.OPEN_1WD, Duty.OBJECTION_5WD}
    ACTIONS[Act.REFER](case.pk, by=cast.router, on=START, unit=cast.housing, demands=[2], reason="职权", extract="修路")
    assert clock(case, Duty.NOTICE_REFERRED_15D).unit == cast.housing


def test_a_leg_does_not_end_while_its_notice_is_owed(cast: Cast):
    walk = follow(Walk(cast, register(cast)), refer)
    walk.on_leg(Act.ACCEPT, walk.head, later=1)
    follow(walk, take, submit, issue)
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=ServiceMethod.IN_PERSON)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.CLOSE, walk.head, later=60)
    assert refused.value.code == "notice_missing"
    walk.on_leg(Act.NOTIFY, walk.head, method=ServiceMethod.IN_PERSON)
    walk.on_leg(Act.CLOSE, walk.head)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).met_on > clock(walk.case, Duty.NOTICE_REFERRED_15D).due_on


@pytest.mark.parametrize("unreachable", [{"anonymous": True, "parties": []}, {"parties": [PartyInput("老王")]}])
def test_whom_nobody_can_write_to_need_not_be_written_to(cast: Cast, unreachable: dict):
    walk = follow(Walk(cast, register(cast, **unreachable)), refer)
    walk.on_leg(Act.ACCEPT, walk.head, later=1)
    follow(walk, take, submit, issue)
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=ServiceMethod.ANNOUNCEMENT)
    walk.on_leg(Act.CLOSE, walk.head, later=65)
    notice = clock(walk.case, Duty.NOTICE_REFERRED_15D)
    assert (notice.met_on, notice.waived_on) == (None, walk.on)
    assert "不清" in notice.waived_reason
    assert walk.case.next_due_on is None


def test_an_entered_holiday_moves_the_working_days_and_the_explanation_agrees(cast: Cast):
    CalendarDay.objects.create(on=START + N(days=3), kind="holiday", name="停办")
    walk = walk_to(cast, State.REFERRED)
    objection = clock(walk.case, Duty.OBJECTION_5WD)
    assert objection.due_on == due_on(Duty.OBJECTION_5WD, START + N(days=2), working_calendar()) == date(2026, 3, 12)
    assert objection.due_on == explain_clock(objection).due_on


def test_voiding_ends_the_clocks_as_waived_and_refusing_to_void_leaves_them(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.act(Act.REQUEST_VOID, cast.clerk, later=1, reason="重复")
    assert walk.case.clocks.filter(met_on=None, waived_on=None, ended_on=None).count() == 3
    walk.act(Act.REFUSE_VOID, cast.coordinator, reason="并不重复")
    assert (walk.case.state, walk.case.clocks.filter(met_on=None, waived_on=None, ended_on=None).count()) == (
        State.REFERRED,
        3,
    )
    walk.act(Act.REQUEST_VOID, cast.clerk, later=1, reason="重复")
    walk.act(Act.CONFIRM_VOID, cast.coordinator)
    assert not walk.case.clocks.filter(met_on=None, waived_on=None, ended_on=None).exists()
    assert (walk.case.next_due_on, walk.leg.next_due_on) == (None, None)
    assert (walk.case.state, walk.leg.state) == (State.VOIDED, State.REFERRED)


def test_a_report_is_owed_only_where_one_was_asked_for(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text="办结")
    assert refused.value.code == "no_report_required"
    walk = walk_to(cast, State.ANSWERED, first=commission)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=1, received_on=walk.on, receiver="老王")
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.CLOSE, walk.head, later=60)
    assert refused.value.code == "report_missing"
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text="办结")
    assert "办结" in walk.case.documents.get(kind="conclusion_report").content


def test_the_days_of_a_commission_are_limited(cast: Cast):
    case = register(cast)
    for days in (0, 366):
        with pytest.raises(Refused) as refused:
            ACTIONS[Act.COMMISSION](
                case.pk, by=cast.router, on=START, unit=cast.town, demands=[1], reason="重", days=days
            )
        assert refused.value.code == "feedback_days"


def test_no_act_is_dated_before_the_one_before(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    answer_all(walk)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.SUBMIT, walk.handler, later=-1)
    assert refused.value.code == "date_before_last"
