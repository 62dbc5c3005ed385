"""Clocks: what starts and meets them, act by act, and that a stored date is always the recomputed one."""

from datetime import date, timedelta

import pytest

from cases.actions.inputs import DemandInput
from law.answers import ANSWERS
from law.errors import Refused
from law.vocabulary import Act, Duty, Kind, Path, ServiceMethod, State
from tests.cases.asking import assert_recomputed
from tests.cast import START, Cast, register
from tests.walks import Walk, accept, check_duties, clock, commission, follow, issue, refer, submit, take, walk_to

N = timedelta


@pytest.mark.parametrize(
    ("person", "duty", "unit"),
    [
        ("clerk", Duty.DISPATCH_15D, "bureau"),
        ("dispatcher", Duty.NOTICE_DIRECT_15D, "town"),
        ("housing_handler", Duty.NOTICE_DIRECT_15D, "housing"),
        ("informant", Duty.NOTICE_DIRECT_15D, "town"),
    ],
)
def test_what_registering_starts_depends_on_the_desk(cast: Cast, person: str, duty: Duty, unit: str):
    case = register(cast, by=getattr(cast, person), received_on=START, on=START + N(days=4))
    [only] = case.clocks.all()
    assert (only.duty, only.unit, only.leg) == (duty, getattr(cast, unit), None)
    assert (only.starts_on, only.due_on) == (START, START + N(days=15))
    assert case.next_due_on == START + N(days=15)


def test_only_the_referral_of_the_last_demand_meets_the_dispatch(cast: Cast):
    walk = Walk(cast, register(cast))
    walk.act(Act.REFER, cast.router, later=3, unit=cast.town, demands=[2], reason="属地")
    assert clock(walk.case, Duty.DISPATCH_15D).running
    assert walk.case.state == State.REGISTERED
    walk.act(Act.REFER, cast.router, later=4, unit=cast.housing, demands=[1], reason="职权")
    assert clock(walk.case, Duty.DISPATCH_15D).met_on == START + N(days=7)
    assert walk.case.state == State.REFERRED


def test_three_departments_have_three_legs_with_their_own_clocks(cast: Cast):
    demands = [DemandInput(text) for text in ("房", "田", "路")]
    walk = Walk(cast, register(cast, demands=demands))
    for days, (unit, number) in enumerate(((cast.housing, 1), (cast.farming, 2), (cast.town, 3))):
        walk.act(Act.REFER, cast.router, later=days, unit=unit, demands=[number], reason="职权")
    assert walk.case.legs.count() == 3
    came = {"housing": 0, "farming": 1, "town": 3}
    for name, later in came.items():
        leg = walk.case.legs.get(unit=getattr(cast, name))
        assert {c.duty for c in leg.clocks.all()} == {Duty.OPEN_1WD, Duty.NOTICE_REFERRED_15D, Duty.OBJECTION_5WD}
        assert {c.starts_on for c in leg.clocks.all()} == {START + N(days=later)}
        assert [d.number for d in leg.demands.all()] == [list(came).index(name) + 1]
    walk.go_on_at(cast.farming, cast.farming_head, cast.farming_handler)
    walk.on_leg(Act.ACCEPT, cast.farming_head, later=1)
    assert clock(walk.case, Duty.HANDLE_60D).unit == cast.farming
    assert walk.case.state == State.REFERRED


def test_the_whole_way_of_the_clocks(cast: Cast):
    walk = walk_to(cast, State.CLOSED, first=commission)
    clocks = list(walk.case.clocks.all())
    ways = {c.duty: (c.starts_on - START, (c.met_on or c.ended_on or START) - START) for c in clocks}
    day = N(days=1)
    assert {c.duty: c.ended_by for c in clocks if c.ended_on} == {
        Duty.OBJECTION_5WD: Act.ACCEPT,
        Duty.REEXAM_REQ_30D: Act.CLOSE,
    }
    assert ways == {
        Duty.DISPATCH_15D: (0 * day, 2 * day),
        Duty.OPEN_1WD: (2 * day, 3 * day),
        Duty.OBJECTION_5WD: (2 * day, 3 * day),
        Duty.NOTICE_REFERRED_15D: (2 * day, 4 * day),
        Duty.COMMISSION_FEEDBACK: (2 * day, 16 * day),
        Duty.HANDLE_60D: (3 * day, 12 * day),
        Duty.SERVICE_3WD: (12 * day, 13 * day),
        Duty.REEXAM_REQ_30D: (14 * day, 56 * day),
    }
    assert clock(walk.case, Duty.COMMISSION_FEEDBACK).due_on == START + 42 * day
    assert (walk.case.next_due_on, walk.leg.next_due_on) == (None, None)
    assert_recomputed(walk.case)


def test_start_dates_are_never_edited(cast: Cast):
    walk = walk_to(cast, State.REFERRED, first=commission)
    before = dict(walk.case.clocks.values_list("id", "starts_on"))
    walk = follow(walk, accept, take, submit)
    walk.on_leg(Act.SEND_BACK, walk.head, later=2, reason="依据不足")
    walk.on_leg(Act.SUBMIT, walk.handler, later=2)
    walk.on_leg(Act.REMIND, cast.supervisor, later=1, text="请抓紧")
    now = dict(walk.case.clocks.values_list("id", "starts_on"))
    assert {key: now[key] for key in before} == before
    [sixty] = walk.case.clocks.filter(duty=Duty.HANDLE_60D)
    assert sixty.starts_on == walk.leg.accepted_on


@pytest.mark.parametrize(("days", "answered"), [(1, 0), (4, 0), (5, 5)])
def test_service_begun_in_time_answers_on_the_day_of_issue_late_service_on_its_own(
    cast: Cast, days: int, answered: int
):
    walk = walk_to(cast, State.ISSUED)
    issued = walk.on
    # 3 working days after Saturday 14 March end on Wednesday the 18th.
    assert issued == date(2026, 3, 14)
    walk.on_leg(Act.SERVE, walk.handler, later=days, method=ServiceMethod.POST)
    assert walk.leg.answered_on == issued + N(days=answered)
    assert clock(walk.case, Duty.HANDLE_60D).met_on == walk.leg.answered_on
    assert clock(walk.case, Duty.SERVICE_3WD).met_on == issued + N(days=days)


def test_a_service_recorded_late_counts_on_the_day_it_was_done(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    issued = walk.on
    walk.on_leg(Act.SERVE, walk.handler, later=20, method=ServiceMethod.IN_PERSON, sent_on=issued, receiver="老王")
    assert walk.leg.answered_on == issued
    assert clock(walk.case, Duty.REEXAM_REQ_30D).starts_on == issued


def test_the_window_of_the_petitioner_rolls_past_rest_days_and_has_no_bearer(cast: Cast):
    walk = walk_to(cast, State.ISSUED)
    walk.on = date(2026, 4, 3)
    walk.on_leg(Act.SERVE, walk.handler, method=ServiceMethod.IN_PERSON)
    window = clock(walk.case, Duty.REEXAM_REQ_30D)
    # 30 days end on Sunday 3 May, in the holidays of May Day; the first working day is the 6th.
    assert (window.starts_on, window.due_on, window.unit) == (date(2026, 4, 3), date(2026, 5, 6), None)
    with pytest.raises(Refused) as refused:
        walk.on_leg(Act.CLOSE, walk.head, later=33)
    assert refused.value.code == "window_open"
    assert "2026-05-06" in refused.value.message
    walk.on_leg(Act.CLOSE, walk.head, later=1)
    assert walk.case.state == State.CLOSED


def test_a_window_is_not_what_an_agency_owes(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=1, received_on=walk.on, receiver="老王")
    assert clock(walk.case, Duty.REEXAM_REQ_30D).running
    assert walk.case.next_due_on is None


@pytest.mark.parametrize(
    ("kind", "path", "bound"),
    [
        (Kind.APPEAL, Path.PETITION_PROCEDURE, True),
        (Kind.APPEAL, None, True),
        (Kind.APPEAL, Path.STATUTORY_DUTY, False),
        (Kind.SUGGESTION, None, False),
    ],
)
def test_sixty_days_and_re_examination_bind_path_six_alone(cast: Cast, kind: Kind, path: Path | None, bound: bool):
    walk = Walk(cast, register(cast, demands=[DemandInput("一", kind, path), DemandInput("二", kind, path)]))
    follow(walk, refer, accept, take)
    assert walk.case.clocks.filter(duty=Duty.HANDLE_60D).exists() is bound
    outcome = {Kind.APPEAL: "support", Kind.SUGGESTION: "adopted"}[kind]
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, kind="heard_petitioner", text="听取")
    for number in (1, 2):
        words = {"facts": "f", "opinion": "o", "legal_basis": "l", "cause": "other"}
        walk.on_leg(Act.ANSWER, walk.handler, demand=number, outcome=outcome, **words)
    check_duties(walk)
    walk.on_leg(Act.SUBMIT, walk.handler)
    issue(walk)
    walk.on_leg(Act.SERVE, walk.handler, later=1, method=ServiceMethod.IN_PERSON)
    assert walk.case.clocks.filter(duty=Duty.REEXAM_REQ_30D).exists() is bound
    assert ("请求复查" in walk.case.documents.get(kind__in=ANSWERS).content) is bound
    walk.on_leg(Act.CLOSE, walk.head, later=60)
    assert walk.case.state == State.CLOSED
