"""Demand by demand (Art. 31, 33): what ends otherwise than the rest of its leg gets a leg of its own, with the old starts."""

from datetime import timedelta

from cases.actions.inputs import DemandInput
from cases.models import Leg
from cases.models.leg import InquiryKind
from law.vocabulary import Act, Duty, Kind, Letter, Path, ServiceMethod, State
from tests.cases.api.caller import Caller
from tests.cases.exits import AGREED, COURT
from tests.cases.invariants import Memory, check_all, check_case
from tests.cast import Cast
from tests.walks import Walk, answer_all, code, walk_to

ROAD, LAND, IDEA = "修好村口的路", "退还占用的地", "建议装路灯"
ASKED = [
    DemandInput(ROAD, Kind.APPEAL, Path.PETITION_PROCEDURE),
    DemandInput(LAND, Kind.APPEAL, None),
    DemandInput(IDEA, Kind.SUGGESTION, None),
]


def refer_all(walk: Walk) -> None:
    walk.act(Act.REFER, walk.cast.router, later=2, unit=walk.cast.town, demands=[1, 2, 3], reason="属地管理")
    walk.go_on_at(walk.cast.town, walk.cast.town_head, walk.cast.town_handler)


def three(cast: Cast, state: State = State.IN_HANDLING) -> Walk:
    """A leg that holds a road, a piece of land and an idea."""
    return walk_to(cast, state, first=refer_all, demands=ASKED)


def beside(walk: Walk) -> Leg:
    return Leg.objects.get(apart_from=walk.leg)


def held(leg: Leg) -> list[int]:
    return list(leg.demands.order_by("number").values_list("number", flat=True))


def running(leg: Leg) -> dict[str, object]:
    return {clock.duty: clock.starts_on for clock in leg.clocks.all() if clock.running}


def test_what_is_led_to_a_court_leaves_the_others_with_their_sixty_days(cast: Cast):
    walk = three(cast)
    before = running(walk.leg)
    walk.on_leg(Act.DIVERT, cast.town_head, later=3, demands=[2], **COURT)
    new = beside(walk)
    assert (walk.leg.state, held(walk.leg)) == (State.IN_HANDLING, [1, 3])
    assert (new.state, held(new), new.unit, new.received_on) == (
        State.DIVERTED,
        [2],
        walk.leg.unit,
        walk.leg.received_on,
    )
    assert running(walk.leg) == before
    sixty = new.clocks.get(duty=Duty.HANDLE_60D)
    assert (sixty.starts_on, sixty.met_on, sixty.ended_by) == (before[Duty.HANDLE_60D], None, Act.DIVERT)
    assert LAND in new.documents.get(kind=Letter.DIVERSION_NOTICE).content
    event = walk.case.events.get(act=Act.DIVERT)
    assert (event.leg, event.facts["apart_from"], event.facts["demands"]) == (new, walk.leg.pk, [2])
    check_case(walk.case, Memory())
    check_all()


def test_an_idea_alone_has_no_sixty_days(cast: Cast):
    walk = three(cast)
    walk.on_leg(Act.SETTLE, cast.town_handler, demands=[1, 2], **AGREED)
    assert held(beside(walk)) == [1, 2]
    old = walk.leg.clocks.get(duty=Duty.HANDLE_60D)
    assert (old.met_on, old.ended_by) == (None, Act.SETTLE)
    assert beside(walk).clocks.get(duty=Duty.HANDLE_60D).met_on == walk.on
    assert walk.leg.state == State.IN_HANDLING
    check_case(walk.case, Memory())


def test_what_was_found_out_first_is_answered_first(cast: Cast):
    walk = three(cast)
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, kind=InquiryKind.SITE_VISIT, text="路面破损三处。")
    walk.on_leg(Act.SET_APART, cast.town_handler, demands=[1], reason="路已经查清")
    rest, walk.leg = walk.leg, beside(walk)
    assert walk.leg.inquiries.count() == rest.inquiries.count() > 0
    answer_all(walk)
    walk.on_leg(Act.SUBMIT, walk.handler)
    walk.on_leg(Act.ISSUE, walk.head)
    walk.on_leg(Act.SERVE, walk.handler, method=ServiceMethod.IN_PERSON)
    assert (walk.leg.state, Leg.objects.get(pk=rest.pk).state) == (State.ANSWERED, State.IN_HANDLING)
    assert ROAD in walk.leg.documents.get(kind=Letter.HANDLING_OPINION).content
    assert Duty.HANDLE_60D in running(rest)
    check_case(walk.case, Memory())


def test_born_overdue_is_shown_overdue(cast: Cast):
    walk = three(cast)
    walk.on += timedelta(days=70)
    walk.on_leg(Act.SET_APART, cast.town_handler, demands=[1], reason="路已经查清")
    late = beside(walk).clocks.get(duty=Duty.HANDLE_60D)
    assert late.running
    assert late.due_on is not None
    assert late.due_on < walk.on
    assert beside(walk).next_due_on == late.due_on


def test_some_demands_are_withdrawn_and_come_back(cast: Cast):
    walk = three(cast)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, reason="路灯不要了", demands=[3])
    rest, walk.leg = walk.leg, beside(walk)
    walk.on_leg(Act.WITHDRAW, cast.router, how="电话核实")
    assert (walk.leg.state, Leg.objects.get(pk=rest.pk).state) == (State.WITHDRAWN, State.IN_HANDLING)
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.town_handler, reason="还是要")
    assert walk.leg.state == State.IN_HANDLING
    check_case(walk.case, Memory())


def test_refusals_leave_the_leg_whole(cast: Cast):
    walk = three(cast)
    assert code(walk.on_leg, Act.DIVERT, cast.town_head, demands=[7], **COURT) == "demand_unknown"
    assert code(walk.on_leg, Act.DIVERT, cast.town_head, demands=[2, 3], **COURT) == "kind_unfit"
    assert code(walk.on_leg, Act.DIVERT, cast.town_head, **COURT) == "kind_unfit"
    assert code(walk.on_leg, Act.SET_APART, cast.town_handler, demands=[1, 2, 3], reason="x") == "demands_all"
    assert held(walk.leg) == [1, 2, 3]
    assert not Leg.objects.exclude(apart_from=None).exists()


def test_a_program_names_the_demands_too(cast: Cast):
    walk = three(cast)
    said = {"demands": [2], "path": "judicial", "reason": "已起诉", "body": "云河区人民法院"}
    file = Caller(cast.town_head).done(Act.DIVERT, walk.case.pk, leg_id=walk.leg.pk, **said)
    states = {
        tuple(sorted(d["number"] for d in file["demands"] if d["leg"] == leg["id"])): leg["state"]
        for leg in file["legs"]
    }
    assert states == {(1, 3): "in_handling", (2,): "diverted"}
