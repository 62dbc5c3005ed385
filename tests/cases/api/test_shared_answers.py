"""One answer for several cases of one matter: each for itself, with its own event, letter and clocks; what cannot be says why."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Case, Clock, Document, Event
from cases.models.leg import InquiryKind
from law.vocabulary import Act, Duty, Kind, Letter, Outcome, State
from organizations.models import Staff
from tests.cases.api.caller import Caller
from tests.cases.joining import again
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk, accept, check_duties, take, walk_to

Turn = Callable[[date], None]
ROAD = [DemandInput("修好村口的路")]


def by_page(staff: Staff, case: Case, act: Act, to: Sequence[tuple[int, int]], source: tuple[int, int] | None) -> None:
    said = {"act": str(act), "to": [f"{leg}:{number}" if number else str(leg) for leg, number in to]}
    if source:
        said["source"] = f"{source[0]}:{source[1]}"
    assert Person(staff).client.post(f"/cases/{case.pk}/together/", said).status_code == 302


def by_api(staff: Staff, case: Case, act: Act, to: Sequence[tuple[int, int]], source: tuple[int, int] | None) -> None:
    said: dict[str, Any] = {"act": str(act), "to": [{"leg_id": leg, "demand": number} for leg, number in to]}
    if source:
        said["source"] = {"leg_id": source[0], "demand": source[1]}
    answer = Caller(staff).post(f"/cases/{case.pk}/together/", said)
    assert answer.status_code == 200, answer.content.decode()
    assert len(answer.json()) == len(to)


DOORS = pytest.mark.parametrize("door", [by_page, by_api], ids=["page", "api"])


def handled(cast: Cast, first: Walk, *, unit: Any = None, **changes: Any) -> Walk:
    """Another letter of the matter, at work at the town, or at another unit."""
    walk = again(cast, first.case, **{"demands": ROAD, **changes})
    walk.on = first.on
    walk.act(Act.REFER, cast.router, unit=unit or cast.town, demands=[1], reason="属地")
    if unit:
        return walk.go_on_at(unit, cast.housing_head, cast.housing_handler)
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    accept(walk)
    take(walk)
    walk.on_leg(Act.RECORD_INQUIRY, walk.handler, kind=InquiryKind.HEARD_PETITIONER, text="说的是同一条路。")
    return walk


def answered(cast: Cast) -> Walk:
    first = walk_to(cast, State.IN_HANDLING, demands=[*ROAD, DemandInput("多栽树", Kind.SUGGESTION)])
    first.on_leg(Act.RECORD_INQUIRY, first.handler, kind=InquiryKind.HEARD_PETITIONER, text="路坏了一年。")
    said = {"facts": "破损三处", "opinion": "本月修好", "legal_basis": "《公路法》第三十五条", "cause": "execution"}
    first.on_leg(Act.ANSWER, first.handler, demand=1, outcome=Outcome.SUPPORT, **said)
    return first


@DOORS
def test_one_answer_goes_to_each_case_and_each_keeps_its_own_clocks_and_letter(cast: Cast, calendar: Turn, door: Any):
    first = answered(cast)
    others = [handled(cast, first), handled(cast, first)]
    calendar(max(walk.on for walk in others))
    clocks = {walk.case.pk: clock_of(walk) for walk in others}
    to = [(walk.leg.pk, 1) for walk in others]
    door(cast.town_handler, first.case, Act.ANSWER, to, (first.leg.pk, 1))
    for walk in others:
        demand = walk.case.demands.get()
        assert (demand.outcome, demand.opinion, demand.cause) == (Outcome.SUPPORT, "本月修好", "execution")
        assert Event.objects.filter(case=walk.case, act=Act.ANSWER).count() == 1
        check_duties(walk)
    legs = [(walk.leg.pk, 0) for walk in others]
    door(cast.town_handler, first.case, Act.SUBMIT, legs, None)
    door(cast.town_head, first.case, Act.ISSUE, legs, None)
    letters = Document.objects.filter(kind=Letter.HANDLING_OPINION).values_list("case", "number")
    assert {case for case, _ in letters} == {walk.case.pk for walk in others}
    assert len({number for _, number in letters}) == 2
    assert {walk.case.pk: clock_of(walk) for walk in others} == clocks
    assert first.refresh().leg.state == State.IN_HANDLING


def clock_of(walk: Walk) -> tuple[Any, ...]:
    clock = Clock.objects.get(case=walk.case, duty=Duty.HANDLE_60D)
    return clock.starts_on, clock.due_on, clock.met_on


def test_what_cannot_be_answered_so_says_why_before_and_after_and_holds_up_nothing(cast: Cast, calendar: Turn):
    first = answered(cast)
    good, suggestion = handled(cast, first), handled(cast, first, demands=[DemandInput("多栽树", Kind.SUGGESTION)])
    elsewhere = handled(cast, first, unit=cast.housing)
    stranger = walk_to(cast, State.IN_HANDLING)
    calendar(max(walk.on for walk in (good, suggestion, stranger)))
    program = Caller(cast.town_handler)
    listed = program.get(f"/cases/{first.case.pk}/together/", source=f"{first.leg.pk}:1").json()
    told = {(each["act"], each["leg_id"], each["demand"]): each["code"] for each in listed if each["act"] == "answer"}
    assert told == {("answer", good.leg.pk, 1): "", ("answer", suggestion.leg.pk, 1): "kind_unlike"}
    to = [(walk.leg.pk, 1) for walk in (elsewhere, suggestion, stranger, good)]
    body = {"act": "answer", "source": {"leg_id": first.leg.pk, "demand": 1}}
    answer = program.post(
        f"/cases/{first.case.pk}/together/", {**body, "to": [{"leg_id": a, "demand": b} for a, b in to]}
    )
    # Of what another unit handles he knows nothing.
    assert [each["code"] for each in answer.json()] == ["not_found", "kind_unlike", "not_same_matter", ""]
    assert not suggestion.case.demands.get().outcome
    assert good.case.demands.get().outcome == Outcome.SUPPORT
    assert program.post(f"/cases/{first.case.pk}/together/", {**body, "to": [{"leg_id": "x"}]}).status_code == 422
    page = Person(cast.town_handler).client.get(f"/cases/{first.case.pk}/together/").content.decode()
    assert good.case.number in page
    assert elsewhere.case.number not in page


def test_an_accusation_is_never_answered_in_a_row(cast: Cast, calendar: Turn):
    first = answered(cast)
    other = handled(cast, first)
    other.case.legs.update(held_accusation=True)
    Case.objects.filter(pk=other.case.pk).update(sealed=True)
    other.case.demands.update(kind=Kind.ACCUSATION)
    calendar(other.on)
    body = {
        "act": "answer",
        "source": {"leg_id": first.leg.pk, "demand": 1},
        "to": [{"leg_id": other.leg.pk, "demand": 1}],
    }
    answer = Caller(cast.town_handler).post(f"/cases/{first.case.pk}/together/", body)
    assert [each["code"] for each in answer.json()] == ["accusation_apart"]
