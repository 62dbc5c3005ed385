"""What closes an act: the page does not offer it and says why, the program is refused with the same code."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from cases.presenting.marks import opening_url
from cases.reading.read import read_case
from law.vocabulary import Act, Duty, Kind, Outcome, State
from organizations.roles import Role
from tests.cases.api.bodies import body_of
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.side_acts import beside
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk, answer_all, walk_to

Turn = Callable[[Any], None]
Closing = Callable[[Walk], Any]


def as_it_is(_walk: Walk) -> None:
    """Nothing has to happen for the act to be closed."""


def done(act: Act, by: str, **typed: Any) -> Closing:
    return lambda walk: walk.on_leg(act, getattr(walk.cast, by), **typed)


def with_demands(**values: Any) -> Closing:
    return lambda walk: walk.leg.demands.update(**values)


def with_sixty_days(**values: Any) -> Closing:
    return lambda walk: walk.leg.clocks.filter(duty=Duty.HANDLE_60D).update(**values)


def long_after(walk: Walk) -> None:
    walk.on += timedelta(days=200)


def drafted_by_a_head(walk: Walk) -> None:
    walk.cast.grant(walk.cast.town_handler, walk.cast.town, Role.HEAD)


def the_head_asked(walk: Walk) -> None:
    drafted_by_a_head(walk)
    walk.on_leg(Act.ASK_EXTENSION, walk.cast.town_handler, days=5, reason="账目多")


def answered_but_unheard(walk: Walk) -> None:
    answer_all(walk)
    walk.leg.inquiries.all().delete()


def answered_as_before(walk: Walk) -> None:
    answer_all(walk)
    demand = walk.leg.demands.get(number=1)
    remedy = walk.leg.remedies.create(
        case=walk.case,
        kind="reexamination",
        unit=walk.cast.gov,
        registered_by=walk.cast.clerk,
        requested_on=walk.on,
        received_on=walk.on,
        request="不服",
        against=walk.leg.documents.latest("id"),
    )
    said = {"outcome": demand.outcome, "opinion": demand.opinion, "set_aside_on": walk.on}
    walk.leg.past_answers.create(demand=demand, remedy=remedy, **said)


def recusal_of_the_head(walk: Walk) -> None:
    asked = {"source": "petitioner", "reason": "亲戚", "asked_on": walk.on, "asked_by": walk.cast.clerk}
    walk.leg.recusals.create(case=walk.case, person=walk.cast.town_head, of_head=True, **asked)


def carried_out(walk: Walk) -> None:
    for demand in walk.leg.demands.all():
        walk.on_leg(Act.TRACK_EXECUTION, walk.handler, demand=demand.number, progress="修好了", done_on=walk.on)


def revoked_too_late(walk: Walk) -> None:
    walk.on_leg(Act.ASK_WITHDRAWAL, walk.cast.clerk, reason="修好了")
    walk.on_leg(Act.WITHDRAW, walk.cast.coordinator, how="电话核实")
    walk.on += timedelta(days=60)


HANDLING, ANSWERED = State.IN_HANDLING, State.ANSWERED
ACCUSING = with_demands(kind=Kind.ACCUSATION)
CLOSED: list[tuple[Act, State, str, Closing, str]] = [
    (Act.OPEN, State.REFERRED, "town_head", done(Act.OPEN, "dispatcher"), "opened_already"),
    (Act.TAKE, HANDLING, "town_handler", as_it_is, "handler_same"),
    (Act.SUBMIT, HANDLING, "town_handler", as_it_is, "demand_unanswered"),
    (Act.SUBMIT, HANDLING, "town_handler", answered_but_unheard, "petitioner_unheard"),
    (Act.SUBMIT, HANDLING, "town_handler", answered_as_before, "same_as_before"),
    (Act.ISSUE, State.PENDING_SIGN_OFF, "town_handler", drafted_by_a_head, "own_draft"),
    (Act.ISSUE, State.PENDING_SIGN_OFF, "town_head", with_demands(outcome=""), "demand_unanswered"),
    (Act.ISSUE, State.PENDING_SIGN_OFF, "town_head", with_demands(outcome=Outcome.REJECT), "risk_unassessed"),
    (Act.ASSESS, HANDLING, "town_handler", as_it_is, "nothing_to_assess"),
    (Act.REFER_MEDIATION, HANDLING, "town_handler", ACCUSING, "accusation_goes_on"),
    (Act.RECORD_MEDIATION, HANDLING, "town_handler", as_it_is, "nothing_asked"),
    (Act.ASK_EXTENSION, HANDLING, "town_handler", long_after, "due_passed"),
    (Act.ASK_EXTENSION, HANDLING, "town_handler", with_sixty_days(extended_days=30), "extension_too_long"),
    (Act.ASK_EXTENSION, HANDLING, "town_handler", with_sixty_days(simple_days=20), "simple_unextended"),
    (Act.EXTEND, HANDLING, "town_head", as_it_is, "nothing_asked"),
    (Act.EXTEND, HANDLING, "town_handler", the_head_asked, "own_request"),
    (Act.REFUSE_EXTENSION, HANDLING, "town_handler", the_head_asked, "own_request"),
    (Act.RECLASSIFY, HANDLING, "town_head", as_it_is, "nothing_asked"),
    (Act.REFUSE_RECLASSIFICATION, HANDLING, "town_head", as_it_is, "nothing_asked"),
    (Act.ASK_RECLASSIFICATION, HANDLING, "town_handler", ACCUSING, "kind_unfit"),
    (Act.HOLD_HEARING, HANDLING, "town_handler", as_it_is, "hearing_not_called"),
    (Act.DECIDE_RECUSAL, HANDLING, "town_head", as_it_is, "nothing_asked"),
    (Act.DECIDE_RECUSAL, HANDLING, "town_head", recusal_of_the_head, "decider_unfit"),
    (Act.RECORD_MATERIAL, HANDLING, "dispatcher", as_it_is, "nothing_asked"),
    (Act.SETTLE, HANDLING, "town_handler", ACCUSING, "accusation_goes_on"),
    (Act.ASK_WITHDRAWAL, HANDLING, "dispatcher", ACCUSING, "accusation_goes_on"),
    (Act.WITHDRAW, HANDLING, "router", as_it_is, "nothing_asked"),
    (Act.REVOKE_WITHDRAWAL, HANDLING, "dispatcher", as_it_is, "nothing_asked"),
    (Act.REVOKE_WITHDRAWAL, HANDLING, "dispatcher", revoked_too_late, "revoked_too_late"),
    (Act.TRACK_EXECUTION, ANSWERED, "town_handler", with_demands(outcome=Outcome.REJECT), "not_supported"),
    (Act.TRACK_EXECUTION, ANSWERED, "town_handler", carried_out, "executed_already"),
    (Act.AWARD, ANSWERED, "town_handler", as_it_is, "not_adopted"),
]
# Asked twice: what the first asking waits for closes the second.
ASKED_TWICE: list[tuple[Act, str, str]] = [
    (Act.ASK_EXTENSION, "town_handler", "extension_asked"),
    (Act.ASK_RECLASSIFICATION, "town_handler", "reclassification_asked"),
    (Act.CALL_HEARING, "town_handler", "hearing_called"),
    (Act.REQUEST_MATERIAL, "dispatcher", "material_asked"),
    (Act.REFER_MEDIATION, "town_handler", "mediation_asked"),
    (Act.ASK_WITHDRAWAL, "dispatcher", "withdrawal_asked"),
]


@pytest.mark.parametrize(("act", "state", "by", "close", "why"), CLOSED, ids=lambda each: str(each)[:24])
def test_what_closes_an_act_is_said_alike_at_every_door(
    cast: Cast, calendar: Turn, settings: Any, act: Act, state: State, by: str, close: Closing, why: str
):
    settings.XINFANG_RISK_BEFORE_ISSUE = True
    walk = walk_to(cast, state)
    close(walk)
    assert_closed(walk, calendar, act, getattr(cast, by), why)


@pytest.mark.parametrize(("act", "by", "why"), ASKED_TWICE)
def test_what_waits_for_an_answer_is_not_asked_again(cast: Cast, calendar: Turn, act: Act, by: str, why: str):
    walk = walk_to(cast, HANDLING)
    calendar(walk.on)
    assert act in {each.act for each in read_case(walk.case.pk, by=getattr(cast, by), on=walk.on).openings}
    walk.on_leg(act, getattr(cast, by), **beside(act, scene_of(walk)))
    assert_closed(walk, calendar, act, getattr(cast, by), why)


def test_only_a_town_sends_a_village_to_look(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REGISTERED)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    walk.on_leg(Act.ACCEPT, walk.head)
    walk.on_leg(Act.TAKE, walk.head, handler=walk.handler)
    assert_closed(walk, calendar, Act.DELEGATE, walk.handler, "town_only")


def test_the_handling_unit_is_told_why_it_cannot_confirm_a_withdrawal(cast: Cast, calendar: Turn):
    walk = walk_to(cast, HANDLING)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.clerk, reason="修好了")
    insider = cast.hire("镇里的分办员", cast.town, Role.ROUTER)
    cast.grant(insider, cast.bureau, Role.ROUTER)
    assert_closed(walk, calendar, Act.WITHDRAW, insider, "own_unit")


def scene_of(walk: Walk) -> Any:
    """As much of a scene as the arguments of an act ask for."""
    return type("Asked", (), {"walk": walk, "leg": walk.leg})


def assert_closed(walk: Walk, calendar: Turn, act: Act, staff: Any, why: str) -> None:
    calendar(walk.on)
    leg = walk.refresh().leg
    file = read_case(walk.case.pk, by=staff, on=walk.on)
    [closed] = [each for each in file.closed if each.act is act and each.leg == leg]
    assert closed.refusal
    assert (closed.refusal.code, closed.refusal.message[-1]) == (why, "。")
    assert act not in {each.act for each in file.openings if each.leg == leg}
    page = Person(staff).page(walk.case).content.decode()
    assert opening_url(closed, walk.case.pk) not in page
    assert [each for each in file.openings if opening_url(each, walk.case.pk) in page]
    assert closed.refusal.message in Person(staff).dialog(act, walk.case, leg=leg).content.decode()
    caller = Caller(staff)
    body = body_of(act, walk.cast, caller.read(walk.case.pk), walk.on)
    said = assert_problem(caller.act(act, walk.case.pk, leg_id=leg.pk, **body), (403, 409, 422, 400), why)
    assert said["message"] == closed.refusal.message
