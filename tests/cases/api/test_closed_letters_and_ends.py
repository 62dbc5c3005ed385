"""What closes service, remedies and the ends of a leg: hidden on the page, said with its reason, refused by every door."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Service
from law.endings import FinalizationGround, Retention
from law.remedies import RemedyDecision
from law.vocabulary import Act, Duty, Kind, Path, ServiceMethod, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.api.closed import assert_closed
from tests.cast import Cast, register
from tests.remedy_walks import decider, draft, hired
from tests.walks import Walk, clock, commission, keep, walk_to

Turn = Callable[[date], None]
POST = {"method": ServiceMethod.POST}
RECEIPT = {"received_on": None, "receiver": "老王"}
WAIVE = {"reason": "没有署名", "tried": "张贴"}
FIX = {"document": 1, "wrong": "x", "right": "y", "reason": "笔误"}
ASK = {"request": "没有写清"}
PROPOSE = {"ground": FinalizationGround.JUDICIAL_FINAL, "reason": "判决"}
ARCHIVE = {"retention": Retention.TEN_YEARS}


def at(state: State) -> Callable[[Cast], Walk]:
    return lambda cast: walk_to(cast, state)


def kept(cast: Cast) -> Walk:
    walk = Walk(cast, register(cast))
    keep(walk)
    return walk


def kept_unsigned(cast: Cast) -> Walk:
    walk = Walk(cast, register(cast))
    walk.case = register(cast, by=cast.dispatcher, anonymous=True, parties=[])
    walk.act(Act.KEEP, cast.dispatcher, demands=[1, 2])
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    walk.on_leg(Act.WAIVE_NOTICE, walk.head, **WAIVE)
    return walk


def received(cast: Cast) -> Walk:
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=walk.on + timedelta(days=1), receiver="老王")
    return walk


def sent_on_its_way_back(cast: Cast) -> Walk:
    walk = walk_to(cast, State.ANSWERED)
    walk.on_leg(Act.RECORD_RETURN, walk.handler, later=2, reason="查无此人")
    return walk


def all_received(cast: Cast) -> Walk:
    walk = received(cast)
    Service.objects.filter(document__leg=walk.leg).update(received_on=walk.on)
    return walk


def of_another_path(cast: Cast) -> Walk:
    asks = [DemandInput(text, Kind.APPEAL, Path.STATUTORY_DUTY) for text in ("发低保", "补差额")]
    return walk_to(cast, State.ANSWERED, demands=asks)


def another_on_its_way(cast: Cast) -> Walk:
    walk = of_another_path(cast)
    walk.on += timedelta(days=40)
    return walk


def another_that_came_back(cast: Cast) -> Walk:
    walk = of_another_path(cast)
    walk.on_leg(Act.RECORD_RETURN, walk.handler, later=40, reason="查无此人")
    return walk


def undrafted(cast: Cast) -> Walk:
    decider(cast)
    return walk_to(cast, State.REEXAMINING)


def drafted(cast: Cast) -> Walk:
    walk = undrafted(cast)
    draft(walk)
    return walk


def drafted_by_the_head(cast: Cast) -> Walk:
    walk = walk_to(cast, State.REEXAMINING)
    both = hired(cast, "both", cast.gov, Role.HEAD)
    cast.grant(both, cast.gov, Role.HANDLER)
    walk.on_leg(Act.DRAFT_REMEDY, both, decision=RemedyDecision.UPHOLD, facts="f", opinion="o", legal_basis="l")
    return walk


def handled_by_who_drafts(cast: Cast) -> Walk:
    walk = walk_to(cast, State.REEXAMINING)
    cast.grant(cast.town_handler, cast.gov, Role.HANDLER)
    return walk


def commissioned(cast: Cast) -> Walk:
    return walk_to(cast, State.ANSWERED, first=commission)


def reported(cast: Cast) -> Walk:
    walk = commissioned(cast)
    walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, text="办结")
    return walk


def unreported_past_its_window(cast: Cast) -> Walk:
    walk = commissioned(cast)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=walk.on + timedelta(days=1), receiver="老王")
    walk.on += timedelta(days=60)
    return walk


def window_open(cast: Cast) -> Walk:
    walk = received(cast)
    walk.on = clock(walk.case, Duty.REEXAM_REQ_30D).due_on
    return walk


def proposed(cast: Cast) -> Walk:
    walk = walk_to(cast, State.CLOSED)
    cast.grant(cast.town_handler, cast.town, Role.HEAD)
    walk.on_leg(Act.PROPOSE_FINALIZATION, cast.town_handler, **PROPOSE)
    return walk


def finalized(cast: Cast) -> Walk:
    walk = proposed(cast)
    walk.on_leg(Act.FINALIZE, cast.coordinator)
    return walk


def urgent_and_unreported(cast: Cast) -> Walk:
    return walk_to(cast, State.CLOSED, urgent=True)


def diverted(cast: Cast) -> Walk:
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.DIVERT, walk.head, path=Path.JUDICIAL, body="云河区人民法院", reason="已经起诉")
    return walk


# What there is, who would do what, with what typed, and what closes it.
CLOSED: dict[str, tuple[Callable[[Cast], Walk], str, Act, dict[str, Any], str]] = {
    "nothing_to_notify": (at(State.REFERRED), "town_head", Act.NOTIFY, POST, "no_document"),
    "notified": (at(State.IN_HANDLING), "town_handler", Act.NOTIFY, POST, "served_already"),
    "served": (at(State.ANSWERED), "town_handler", Act.SERVE, POST, "served_already"),
    "receipt_known": (received, "town_handler", Act.RECORD_RECEIPT, RECEIPT, "nothing_open"),
    "receipt_of_what_came_back": (sent_on_its_way_back, "town_handler", Act.RECORD_RECEIPT, RECEIPT, "nothing_open"),
    "nothing_returns": (all_received, "town_handler", Act.RECORD_RETURN, {"reason": "拒收"}, "nothing_sent"),
    "referred": (at(State.REFERRED), "town_head", Act.WAIVE_NOTICE, WAIVE, "petitioner_known"),
    "known": (kept, "town_head", Act.WAIVE_NOTICE, WAIVE, "petitioner_known"),
    "waived": (kept_unsigned, "town_head", Act.WAIVE_NOTICE, WAIVE, "notice_settled_already"),
    "nothing_of_ours": (at(State.REFERRED), "town_head", Act.CORRECT_LETTER, FIX, "document_unknown"),
    "nothing_to_seal": (
        at(State.REFERRED),
        "town_head",
        Act.ATTACH_SCAN,
        {"document": 1, "uploads": []},
        "document_unknown",
    ),
    "wrong_remedy": (at(State.CLOSED), "clerk", Act.REQUEST_REVIEW, ASK, "remedy_unfit"),
    "no_remedy": (of_another_path, "clerk", Act.REQUEST_REEXAMINATION, ASK, "no_remedy"),
    "took_part": (
        handled_by_who_drafts,
        "town_handler",
        Act.DRAFT_REMEDY,
        {"decision": RemedyDecision.UPHOLD, "facts": "f", "opinion": "o", "legal_basis": "l"},
        "took_part_below",
    ),
    "undrafted": (undrafted, "区长花", Act.DECIDE_REEXAMINATION, {}, "no_draft"),
    "upheld": (drafted, "区长花", Act.REMAND, {}, "decision_unfit"),
    "own_draft": (drafted_by_the_head, "both", Act.DECIDE_REEXAMINATION, {}, "own_draft"),
    "referred_only": (
        at(State.ANSWERED),
        "town_handler",
        Act.REPORT_CONCLUSION,
        {"text": "办结"},
        "no_report_required",
    ),
    "reported": (reported, "town_handler", Act.REPORT_CONCLUSION, {"text": "办结"}, "reported_already"),
    "unreported": (commissioned, "router", Act.REJECT_CONCLUSION, {"reason": "x"}, "no_report"),
    "unreceived": (at(State.ANSWERED), "town_head", Act.CLOSE, {}, "receipt_missing"),
    "window": (window_open, "town_head", Act.CLOSE, {}, "window_open"),
    "another_unreceived": (another_on_its_way, "town_head", Act.CLOSE, {}, "receipt_missing"),
    "another_came_back": (another_that_came_back, "town_head", Act.CLOSE, {}, "receipt_missing"),
    "report_owed": (unreported_past_its_window, "town_head", Act.CLOSE, {}, "report_missing"),
    "exit_untold": (diverted, "town_head", Act.CLOSE, {}, "notice_missing"),
    "unproposed": (at(State.CLOSED), "coordinator", Act.FINALIZE, {}, "no_proposal"),
    "own_proposal": (proposed, "town_handler", Act.FINALIZE, {}, "own_proposal"),
    "finalized": (finalized, "coordinator", Act.FINALIZE, {}, "finalized_already"),
    "proposed_again": (finalized, "town_handler", Act.PROPOSE_FINALIZATION, PROPOSE, "finalized_already"),
    "exit_unarchived": (diverted, "town_head", Act.ARCHIVE, ARCHIVE, "notice_missing"),
    "urgent_unreported": (urgent_and_unreported, "town_head", Act.ARCHIVE, ARCHIVE, "clock_running"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_a_condition_closes_is_hidden_explained_and_refused_alike(cast: Cast, calendar: Turn, name: str):
    prepare, who, act, typed, code = CLOSED[name]
    walk = prepare(cast)
    by = Staff.objects.get(username=who)
    calendar(walk.on)
    assert_closed(walk, by, act, {key: walk.on if value is None else value for key, value in typed.items()}, code)
