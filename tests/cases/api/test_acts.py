"""The acts a case lists for a caller are exactly the acts this caller may do; both doors refuse in the same words."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from cases.doors.table import doors_on_a_case
from cases.models import Case, HandOff
from kit.doors import slug_of
from law.procedure import steps_of
from law.vocabulary import Act, Movement, Scope, State
from tests.addresses import WHOLE, Share
from tests.cases.api.bodies import body_of
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cast import Cast
from tests.walks import REACHABLE, Walk, commission, walk_to

PEOPLE = (
    "clerk",
    "router",
    "coordinator",
    "bureau_head",
    "supervisor",
    "town_head",
    "dispatcher",
    "town_handler",
    "village_head",
    "informant",
)
ALWAYS = ("town_head", "town_handler")
PROBING = ("router", "town_head", "town_handler", "informant")  # who also tries what is not listed
HANDED = {
    Act.REPORT_FINDINGS: Movement.DELEGATE,
    Act.REPLY_CONSULTATION: Movement.CONSULT,
    Act.REPLY_CO_HANDLING: Movement.CO_HANDLE,
    Act.REPLY_GUIDANCE: Movement.GUIDANCE,
    Act.DEFER_REPLY: Movement.CONSULT,
}


def scene(cast: Cast, state: State, calendar: Turn) -> Walk:
    """A case in a state; while it is worked on, a village has been asked."""
    walk = walk_to(cast, state)
    if state in (State.ACCEPTED, State.IN_HANDLING):
        walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="请核查")
    calendar(walk.on)
    return walk


def keys_of(act: Act, walk: Walk) -> dict[str, Any]:
    """The ids an act needs, of whatever the case has of the kind."""
    scope = steps_of(act)[0].scope
    if scope is Scope.HAND_OFF:
        found = HandOff.objects.filter(case=walk.case, movement=HANDED[act]).first()
        return {"hand_off_id": found.pk if found else 1}
    return {"leg_id": walk.leg.pk if walk.leg else 1} if scope is Scope.LEG else {}


def tried(caller: Caller, act: Act, case_id: int, body: dict[str, Any]) -> Any:
    """What an act would answer; nothing stays done."""
    with transaction.atomic():
        answer = caller.act(act, case_id, **body)
        transaction.set_rollback(True)
    return answer


@WHOLE
@pytest.mark.parametrize("state", REACHABLE)
def test_what_is_listed_can_be_done_and_nothing_else(cast: Cast, calendar: Turn, state: State, whole: bool):
    walk = scene(cast, state, calendar)
    done, tried_already = 0, set[str]()
    place = REACHABLE.index(state)
    # Every third person in the default run, the others in the next states; the handler and the head always.
    people = [name for n, name in enumerate(PEOPLE, place) if whole or n % 3 == 0 or name in ALWAYS]
    first = place % len(people)
    for turn, name in enumerate(people[first:] + people[:first], place):
        caller = Caller(getattr(cast, name))
        answer = caller.get(f"/cases/{walk.case.pk}/")
        read = answer.json() if answer.status_code == 200 else {"acts": [], "demands": []}
        listed = {opening["act"]: opening for opening in read["acts"]}
        # Unlisted acts: all of them, or this turn's share; the acts listed always.
        probed = {slug_of(act): act for act in doors_on_a_case() if name in PROBING}
        mine = {probed[slug] for slug in Share(turn, whole).slugs if slug in probed}
        # In the default run what one of them could do is not done again by the next whom it is listed for, and of what
        # is listed every second act, in the next state the others; in every state somebody else begins.
        turned = [act for n, act in enumerate(sorted(listed), place) if whole or n % 2 == 0]
        again = set() if whole else tried_already & set(listed)
        for act in ((mine - set(listed)) | set(map(Act, turned))) - again:
            body = body_of(act, cast, read, walk.on)
            if act in listed:
                opening = listed[act]
                key = "hand_off_id" if opening["hand_off_id"] else "leg_id"
                keys = {key: opening[key]} if opening[key] else {}
                said = tried(caller, act, walk.case.pk, {**keys, "seen": opening["seen"], **body})
                # Listed acts may still want more (another handler), but never fail for state or role.
                assert said.status_code in (200, 422), f"{name} {act} {said.status_code} {said.content.decode()}"
                if said.status_code == 422:
                    assert said.json()["code"] in WANTS_MORE, f"{name} {act} {said.content.decode()}"
                if said.status_code == 200:
                    done += 1
                    tried_already.add(act)
            else:
                said = tried(caller, act, walk.case.pk, {**keys_of(act, walk), **body})
                assert said.status_code != 200, f"{name} could {act} though it is not listed"
                assert_problem(said, (403, 404, 409, 422))
    assert done or state == State.VOIDED


# What a listed act may answer besides "done": it is open, but what was typed does not fit.
WANTS_MORE = {"handler_unfit", "handler_same", "document_unknown", "nothing_to_undo", "case_unknown", "file_unfit"}


def test_an_act_of_a_leg_wants_the_leg_and_no_foreign_one(cast: Cast, calendar: Turn):
    walk, other = scene(cast, State.ACCEPTED, calendar), walk_to(cast, State.ACCEPTED)
    caller = Caller(cast.town_head)
    said = assert_problem(caller.act(Act.TAKE, walk.case.pk), 422, "input_invalid")
    assert "leg_id" in said["fields"]
    assert other.leg
    assert_problem(caller.act(Act.TAKE, walk.case.pk, leg_id=other.leg.pk), 404, "not_found")
    hand_off = walk.hand_off(Movement.DELEGATE)
    assert_problem(
        Caller(cast.informant).act(Act.REPORT_FINDINGS, other.case.pk, hand_off_id=hand_off.pk, text="x"), 404
    )


def test_what_somebody_did_meanwhile_is_told_with_his_name(cast: Cast, calendar: Turn):
    walk = scene(cast, State.REFERRED, calendar)
    first, second = Caller(cast.town_head), Caller(cast.dispatcher)
    opening = next(o for o in first.read(walk.case.pk)["acts"] if o["act"] == Act.ACCEPT)
    body = {"leg_id": opening["leg_id"], "seen": opening["seen"]}
    second.done(Act.OPEN, walk.case.pk, **body)
    said = assert_problem(first.act(Act.ACCEPT, walk.case.pk, **body), 409, "changed_meanwhile")
    assert "调度员孔" in said["message"]


def page(staff: Any, act: Act, walk: Walk, body: dict[str, Any]) -> tuple[int, str]:
    """Send a dialog as a program would read it: the page door with JSON wanted, or the refusal on the page."""
    client = Client(headers={"Accept": "application/json"}, raise_request_exception=False)
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(f"/cases/{walk.case.pk}/{slug_of(act)}/", {k: v for k, v in body.items() if v is not None})
    if answer.headers["Content-Type"].startswith("application/json"):
        return answer.status_code, answer.json()["code"]
    refused = getattr(answer, "refused", None)
    return (answer.status_code, refused.code if refused else "input_invalid" if answer.status_code == 422 else "done")


def api(staff: Any, act: Act, walk: Walk, body: dict[str, Any]) -> tuple[int, str]:
    """Send the same to the REST door."""
    answer = Caller(staff).act(act, walk.case.pk, **body)
    return answer.status_code, answer.json().get("code", "done")


REFUSALS: list[tuple[str, State, Act, dict[str, Any], int, str]] = [
    ("clerk", State.REGISTERED, Act.REFER, {}, 403, "not_permitted"),
    ("stranger", State.REGISTERED, Act.REFER, {}, 404, "not_found"),
    ("system_admin", State.REGISTERED, Act.CORRECT, {}, 404, "not_found"),
    ("router", State.REFERRED, Act.REFER, {}, 409, "wrong_state"),
    ("router", State.REGISTERED, Act.REFER, {"reason": ""}, 422, "input_invalid"),
    ("router", State.REGISTERED, Act.REFER, {"unit": "village"}, 422, "unit_unfit"),
    ("router", State.REGISTERED, Act.REFER, {"unit": "far_housing"}, 422, "input_invalid"),
    ("router", State.REGISTERED, Act.COMMISSION, {"days": 400}, 422, "feedback_days"),
    ("town_head", State.REFERRED, Act.TAKE, {}, 409, "wrong_state"),
    ("informant", State.IN_HANDLING, Act.ANSWER, {}, 403, "not_permitted"),
    ("town_handler", State.IN_HANDLING, Act.SUBMIT, {}, 422, "demand_unanswered"),
    ("town_handler", State.IN_HANDLING, Act.ANSWER, {"outcome": "adopted"}, 422, "input_invalid"),
    ("town_handler", State.ANSWERED, Act.RECORD_RECEIPT, {"received_on": "2020-01-01"}, 422, "date_unfit"),
    ("town_handler", State.ANSWERED, Act.SERVE, {}, 409, "served_already"),
    ("town_head", State.ANSWERED, Act.CLOSE, {}, 422, "receipt_missing"),
    ("dispatcher", State.IN_HANDLING, Act.DELEGATE, {"unit": "village"}, 409, "already_asked"),
    ("clerk", State.VOIDED, Act.CORRECT, {}, 409, "wrong_state"),
    ("town_head", State.REFERRED, Act.REMIND, {}, 422, "own_unit"),
]


@pytest.mark.parametrize("door", [page, api], ids=["page", "api"])
@pytest.mark.parametrize(("who", "state", "act", "changes", "status", "code"), REFUSALS)
def test_both_doors_refuse_alike(
    cast: Cast,
    calendar: Turn,
    door: Any,
    who: str,
    state: State,
    act: Act,
    changes: dict[str, Any],
    status: int,
    code: str,
):
    walk = scene(cast, state, calendar)
    read = {"demands": [{"number": d.number, "leg": d.leg_id} for d in walk.case.demands.all()]}
    named = {"unit": getattr(cast, changes["unit"]).pk} if "unit" in changes else {}
    body = {**keys_of(act, walk), **body_of(act, cast, read, walk.on), **changes, **named}
    before = Case.objects.get(pk=walk.case.pk).version
    assert door(getattr(cast, who), act, walk, body) == (status, code)
    assert Case.objects.get(pk=walk.case.pk).version == before


def test_a_report_still_owed_keeps_a_commissioned_leg_open(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ANSWERED, first=commission)
    assert walk.leg
    handler, head = Caller(cast.town_handler), Caller(cast.town_head)
    calendar(walk.on)
    handler.done(Act.RECORD_RECEIPT, walk.case.pk, leg_id=walk.leg.pk, received_on=str(walk.on), receiver="老王")
    calendar(walk.on + timedelta(days=40))
    assert_problem(head.act(Act.CLOSE, walk.case.pk, leg_id=walk.leg.pk), 422, "report_missing")
    handler.done(Act.REPORT_CONCLUSION, walk.case.pk, leg_id=walk.leg.pk, text="已经办结")
    assert head.done(Act.CLOSE, walk.case.pk, leg_id=walk.leg.pk)["case"]["state"] == State.CLOSED
