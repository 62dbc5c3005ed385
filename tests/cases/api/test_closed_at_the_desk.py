"""What closes dispatch, exits, jurisdiction and reports: hidden on the page, said with its reason, refused by every door."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput, RespondentInput
from cases.openings.dispatching import dispatchable
from cases.places.spot import Spot
from cases.reading.read import read_case
from law.filing import FilingGround
from law.matters import Destination, ReportKind, ReportTo
from law.officials import OfficialsTo
from law.vocabulary import Act, Duty, Kind, Path, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.api.closed import assert_closed
from tests.cases.refusals import refused
from tests.cast import Cast, register
from tests.walks import Walk, agree_objection, object_to, walk_to

Turn = Callable[[date], None]
ALL = {"demands": [1], "reason": "x"}
COURT = {"path": Path.JUDICIAL, "body": "云河区人民法院"}
NOT_TAKEN = {"ground": "NA_LITIGATION", "reason": "x", "where": "云河区人民法院"}
AGAIN = {**ALL, "ground": "NLA_AFTER_REVIEW", "earlier": "云市信核〔2025〕7号"}
FILED = {"demands": [1], "ground": FilingGround.THANKS}
OUT = {**ALL, "destination": Destination.OTHER_BODY, "body": "省铁路局"}
FLASH = {"kind": ReportKind.FLASH, "bodies": [ReportTo.DEPARTMENT], "content": "三十余人聚集"}
OFFICIALS = {"officials": "某某", "told": [OfficialsTo.ORGANIZATION], "body": "组织部", "content": "x"}


def registered(cast: Cast, *demands: DemandInput, **more: Any) -> Walk:
    return Walk(cast, register(cast, **({"demands": list(demands)} if demands else {}), **more))


def accusing(cast: Cast, *respondents: RespondentInput, **more: Any) -> Walk:
    return registered(cast, DemandInput("收钱", Kind.ACCUSATION), respondents=list(respondents), **more)


def unlinked(cast: Cast) -> Walk:
    return accusing(cast, RespondentInput("金村长"))


def urgent_against_the_government(cast: Cast) -> Walk:
    return accusing(cast, RespondentInput("区政府", unit_id=cast.gov.pk), urgent=True)


def suggesting(cast: Cast) -> Walk:
    return registered(cast, DemandInput("建议设红绿灯", Kind.SUGGESTION))


def suggesting_to_the_town(cast: Cast) -> Walk:
    return registered(cast, DemandInput("建议设红绿灯", Kind.SUGGESTION), by=cast.dispatcher)


def suggesting_to_a_unit(cast: Cast) -> Walk:
    return walk_to(cast, State.REFERRED, demands=[DemandInput(text, Kind.SUGGESTION) for text in ("种花", "设红绿灯")])


def dangerous(cast: Cast) -> Walk:
    return registered(cast, DemandInput("扬言跳楼", Kind.NONE), urgent=True)


def accusing_a_village(cast: Cast) -> Walk:
    return accusing(cast, RespondentInput("金村长", unit_id=cast.village.pk))


def suing(cast: Cast) -> Walk:
    return registered(cast, DemandInput("不服判决", Kind.APPEAL, Path.JUDICIAL))


def declined_by_the_head(cast: Cast) -> Walk:
    walk = registered(cast)
    walk.act(Act.DECLINE, cast.bureau_head, demands=[1, 2], **NOT_TAKEN)
    walk.leg = walk.case.legs.get()
    return walk


def declined_and_approved(cast: Cast) -> Walk:
    walk = declined_by_the_head(cast)
    walk.on_leg(Act.APPROVE_EXIT, cast.coordinator)
    return walk


ELSEWHERE = {"body": "省铁路局", "address": "铁路大街1号", "reason": "属其管辖"}


def at(state: State) -> Callable[[Cast], Walk]:
    return lambda cast: walk_to(cast, state)


def to_void(cast: Cast) -> Walk:
    """Who holds both roles has asked to void: another one decides."""
    both = cast.hire("both", cast.bureau, Role.ROUTER, Role.HEAD)
    walk = registered(cast)
    walk.act(Act.REQUEST_VOID, both, reason="重复登记")
    return walk


def received(cast: Cast) -> Walk:
    walk = registered(cast)
    walk.act(Act.TRANSFER_OUT, cast.coordinator, **{**OUT, "demands": [1, 2]})
    walk.leg = walk.case.legs.get()
    walk.on_leg(Act.RECORD_TRANSFER_RECEIPT, cast.router, received_on=walk.on)
    return walk


def late(cast: Cast) -> Walk:
    walk = walk_to(cast, State.REFERRED)
    walk.on += timedelta(days=30)
    return walk


def redirecting(cast: Cast) -> Walk:
    """The town has asked the desk to send it elsewhere."""
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.ASK_REDIRECT, cast.town_head, reason="不属于本镇职权")
    return walk


def objected_twice(cast: Cast) -> Walk:
    walk = walk_to(cast, State.REFERRED)
    object_to(walk)
    agree_objection(walk)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    walk.on_leg(Act.OBJECT, cast.housing_head, reason="不属于我局")
    return walk


def escalating(cast: Cast) -> Walk:
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ESCALATE, cast.town_handler, unit=cast.gov, reason="难")
    return walk


def escalating_to_what_is_no_more(cast: Cast) -> Walk:
    walk = escalating(cast)
    type(cast.gov).objects.filter(pk=cast.gov.pk).update(valid_to=walk.on)
    return walk


def accepted_before_it_went_up(cast: Cast) -> Walk:
    cast.hire("gov_head", cast.gov, Role.HEAD)
    walk = escalating(cast)
    walk.on_leg(Act.AGREE_ESCALATION, cast.coordinator, note="同意")
    return walk


# What there is, who would do what, with what typed, and what closes it.
CLOSED: dict[str, tuple[Callable[[Cast], Walk], str, Act, dict[str, Any], str]] = {
    "nobody_named": (accusing, "router", Act.REFER, ALL, "respondent_missing"),
    "nobody_linked": (unlinked, "router", Act.COMMISSION, {**ALL, "days": 30}, "respondent_unlinked"),
    "out_unlinked": (unlinked, "router", Act.TRANSFER_OUT, OUT, "respondent_unlinked"),
    "filed_unlinked": (unlinked, "router", Act.FILE_ONLY, FILED, "respondent_unlinked"),
    "office_keeps": (registered, "bureau_head", Act.KEEP, ALL, "office_cannot_keep"),
    "filed_danger": (dangerous, "router", Act.FILE_ONLY, FILED, "file_unfit"),
    "filed_accusation": (accusing_a_village, "router", Act.FILE_ONLY, FILED, "file_unfit"),
    "filed_suit": (suing, "router", Act.FILE_ONLY, FILED, "file_unfit"),
    "filed_unanswered": (suggesting_to_the_town, "dispatcher", Act.FILE_ONLY, FILED, "notice_owed"),
    "own_refusal": (declined_by_the_head, "bureau_head", Act.APPROVE_EXIT, {}, "own_request"),
    "own_refusal_refused": (declined_by_the_head, "bureau_head", Act.REFUSE_EXIT, {"reason": "x"}, "own_request"),
    "reopened_himself": (declined_and_approved, "bureau_head", Act.REOPEN_EXIT, {"reason": "x"}, "own_request"),
    "nothing_turned_away": (at(State.CLOSED), "town_head", Act.REOPEN_EXIT, {"reason": "x"}, "nothing_to_reopen"),
    "office_sends": (registered, "bureau_head", Act.DIRECT_ELSEWHERE, {**ALL, **ELSEWHERE}, "office_cannot_direct"),
    "written": (registered, "clerk", Act.TELL_ON_SPOT, {"handling": "x", "receiver": "x"}, "not_a_visit"),
    "declined": (suggesting, "bureau_head", Act.DECLINE, {**ALL, **NOT_TAKEN}, "kind_unfit"),
    "guided": (suggesting, "router", Act.GUIDE, {**ALL, **COURT}, "kind_unfit"),
    "no_longer": (suggesting, "bureau_head", Act.NO_LONGER_ACCEPT, AGAIN, "kind_unfit"),
    "receipt": (received, "router", Act.RECORD_TRANSFER_RECEIPT, {"received_on": None}, "receipt_recorded"),
    "diverted": (suggesting_to_a_unit, "town_head", Act.DIVERT, {**COURT, "reason": "x"}, "kind_unfit"),
    "accepted": (accepted_before_it_went_up, "gov_head", Act.NOT_ACCEPT, NOT_TAKEN, "accepted_already"),
    "voided": (to_void, "both", Act.CONFIRM_VOID, {}, "same_person"),
    "not_voided": (to_void, "both", Act.REFUSE_VOID, {"reason": "x"}, "same_person"),
    "own_unit": (at(State.REFERRED), "town_head", Act.REMIND, {"text": "x"}, "own_unit"),
    "late": (late, "town_head", Act.OBJECT, {"reason": "x"}, "objection_late"),
    "second": (objected_twice, "router", Act.AGREE_OBJECTION, {"note": "x"}, "second_return"),
    "second_too": (objected_twice, "router", Act.REFUSE_OBJECTION, {"reason": "x"}, "second_return"),
    "first": (at(State.OBJECTION_PENDING), "coordinator", Act.ARBITRATE, {"reason": "x"}, "first_objection"),
    "taken_back": (at(State.ACCEPTED), "router", Act.TAKE_BACK, {"reason": "x"}, "opened_already"),
    "nobody_asked": (at(State.REFERRED), "router", Act.AGREE_REDIRECT, {"note": "x"}, "no_redirect"),
    "nothing_to_refuse": (at(State.REFERRED), "town_head", Act.REFUSE_REDIRECT, {"reason": "x"}, "no_redirect"),
    "asked_once": (redirecting, "router", Act.ASK_REDIRECT, {"reason": "x"}, "redirect_asked_already"),
    "too_early": (at(State.REFERRED), "town_head", Act.ASK_ARBITRATION, {"reason": "x"}, "not_disputed_yet"),
    "asked": (escalating, "town_handler", Act.ESCALATE, {"reason": "x"}, "escalation_asked"),
    "agreed": (at(State.IN_HANDLING), "coordinator", Act.AGREE_ESCALATION, {"note": "x"}, "no_escalation"),
    "refused": (at(State.IN_HANDLING), "coordinator", Act.REFUSE_ESCALATION, {"guidance": "x"}, "no_escalation"),
    "no_more": (escalating_to_what_is_no_more, "coordinator", Act.AGREE_ESCALATION, {"note": "x"}, "unit_unfit"),
    "not_urgent": (registered, "router", Act.REPORT_URGENT, FLASH, "not_urgent"),
    "not_put": (registered, "router", Act.ASK_DECISION, {"proposal": "x"}, "not_urgent"),
    "accused": (urgent_against_the_government, "sealed_desk", Act.ASK_DECISION, {"proposal": "x"}, "accused_party"),
    "no_report": (registered, "router", Act.RECORD_URGENT_RECEIPT, {"received_on": None}, "nothing_open"),
    "no_accusation": (registered, "router", Act.REPORT_OFFICIALS, OFFICIALS, "not_accusing"),
    "not_told": (unlinked, "router", Act.RECORD_OFFICIALS_RECEIPT, {"received_on": None}, "nothing_open"),
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_a_condition_closes_is_hidden_explained_and_refused_alike(cast: Cast, calendar: Turn, name: str):
    prepare, who, act, typed, code = CLOSED[name]
    walk, by = prepare(cast), Staff.objects.get(username=who)
    calendar(walk.on)
    filled = {key: walk.on if value is None else value for key, value in typed.items()}
    filled |= {"unit": cast.gov} if act in (Act.REFER, Act.COMMISSION, Act.ESCALATE) else {}
    assert_closed(walk, by, act, filled, code)


def test_what_is_dispatched_is_not_dispatched_again(cast: Cast):
    """The state says so first; the condition holds by itself, too."""

    walk = walk_to(cast, State.REFERRED)
    refused = dispatchable(Spot(Act.REFER, walk.case, cast.router, walk.on))
    assert refused
    assert refused.code == "demand_taken"


def test_what_the_petitioner_was_told_of_may_be_filed_at_a_unit_too(cast: Cast):
    """The written notice is what a unit owes (Art. 23): once it is met, what asks for nothing can be kept on file."""
    walk = suggesting_to_the_town(cast)
    walk.case.clocks.filter(duty=Duty.NOTICE_DIRECT_15D).update(met_on=walk.on)
    file = read_case(walk.case.pk, by=cast.dispatcher, on=walk.on)
    assert [each.act for each in file.openings if each.act is Act.FILE_ONLY] == [Act.FILE_ONLY]
    told = {"ground": FilingGround.OTHER, "reason": "已当面说明"}
    said = refused(walk.act, Act.FILE_ONLY, cast.dispatcher, demands=[1], **told)
    assert (said.code, said.article) == ("file_unfit", "第二十九条")  # it is named: it has its own answer
