"""Kind and path corrected after dispatch (Art. 31, 34): by two persons, with the sixty days from the first acceptance, told anew."""

from datetime import timedelta

from cases.actions.inputs import DemandInput
from cases.models import Clock
from law.deadlines import due_on
from law.vocabulary import Act, Duty, Kind, Letter, Path, State
from organizations.working_days import working_calendar
from tests.cases.api.caller import Caller
from tests.cases.invariants import Memory, check_all, check_case
from tests.cast import Cast
from tests.walks import Walk, code, walk_to

COURT = [DemandInput("法院判决不公", Kind.APPEAL, Path.JUDICIAL), DemandInput("建议装路灯", Kind.SUGGESTION, None)]
SIX = {"demand": 1, "kind": Kind.APPEAL, "path": Path.PETITION_PROCEDURE, "reason": "并未起诉"}


def sixty(walk: Walk) -> list[Clock]:
    return list(walk.leg.clocks.filter(duty=Duty.HANDLE_60D).order_by("id"))


def test_path_six_found_late_counts_from_the_first_acceptance_and_may_be_overdue_at_once(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, demands=COURT)
    assert sixty(walk) == []
    accepted, told = walk.leg.accepted_on, walk.leg.documents.get(kind=Letter.ACCEPTANCE_NOTICE)
    walk.on += timedelta(days=80)
    walk.on_leg(Act.ASK_RECLASSIFICATION, cast.town_handler, **SIX)
    assert sixty(walk) == []
    walk.on_leg(Act.RECLASSIFY, cast.town_head, note="属实")
    [clock] = sixty(walk)
    assert (clock.starts_on, clock.due_on) == (accepted, due_on(Duty.HANDLE_60D, accepted, working_calendar()))
    assert clock.running
    assert clock.due_on < walk.on
    assert walk.case.demands.get(number=1).path == Path.PETITION_PROCEDURE
    again = walk.leg.documents.filter(kind=Letter.ACCEPTANCE_NOTICE).latest("id")
    for part in (told.number, "信访程序", f"{accepted.year}年{accepted.month}月{accepted.day}日"):
        assert part in again.content
    check_case(walk.case, Memory())
    check_all()


def test_what_turns_out_to_be_an_idea_owes_no_sixty_days_and_gets_them_back_with_their_start(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, demands=[DemandInput("修路", Kind.APPEAL, None), COURT[1]])
    [before] = sixty(walk)
    walk.on_leg(Act.ASK_RECLASSIFICATION, cast.town_handler, demand=1, kind=Kind.SUGGESTION, reason="只是建议")
    walk.on_leg(Act.RECLASSIFY, cast.town_head)
    [ended] = sixty(walk)
    assert (ended.met_on, ended.ended_by) == (None, Act.RECLASSIFY)
    walk.on_leg(Act.ASK_RECLASSIFICATION, cast.town_handler, later=1, **SIX)
    walk.on_leg(Act.RECLASSIFY, cast.town_head)
    _, new = sixty(walk)
    assert (new.running, new.starts_on) == (True, before.starts_on)
    check_case(walk.case, Memory())


def test_what_does_not_fit_is_refused_and_a_refusal_changes_nothing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, demands=COURT)
    ask = Act.ASK_RECLASSIFICATION
    assert code(walk.on_leg, ask, cast.town_handler, demand=1, kind=Kind.ACCUSATION, reason="x") == "kind_unfit"
    assert code(walk.on_leg, ask, cast.town_handler, **{**SIX, "demand": 9}) == "demand_unknown"
    assert code(walk.on_leg, ask, cast.town_handler, **{**SIX, "kind": Kind.SUGGESTION}) == "path_unfit"
    assert code(walk.on_leg, ask, cast.town_handler, **{**SIX, "path": Path.JUDICIAL}) == "nothing_changed"
    walk.on_leg(ask, cast.town_handler, **SIX)
    assert code(walk.on_leg, Act.RECLASSIFY, cast.town_handler) == "not_permitted"
    walk.on_leg(Act.REFUSE_RECLASSIFICATION, cast.town_head, reason="已经起诉")
    assert walk.case.demands.get(number=1).path == Path.JUDICIAL
    assert not sixty(walk)


def test_a_program_asks_and_another_decides(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, demands=COURT)
    asked = {"demand": 1, "kind": "appeal", "path": "petition_procedure", "reason": "并未起诉"}
    Caller(cast.town_handler).done(Act.ASK_RECLASSIFICATION, walk.case.pk, leg_id=walk.leg.pk, **asked)
    file = Caller(cast.town_head).done(Act.RECLASSIFY, walk.case.pk, leg_id=walk.leg.pk)
    assert [clock["duty"] for clock in file["clocks"] if clock["leg"] and not clock["met_on"]].count("HANDLE_60D") == 1
