"""How many queries an act makes: few, and no more when the case is big."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput
from cases.doors.table import ACTIONS
from cases.models import Case, Event, Leg
from cases.record.notices import make_notices
from law.vocabulary import Act, ServiceMethod, State
from organizations.models import Staff
from tests.cases.api.bodies import register_body
from tests.cases.api.caller import Caller
from tests.cases.views.doors import Person, address, done
from tests.cases.views.intake_forms import client_of, typed
from tests.cast import START, Cast, register
from tests.walks import walk_to


def queries(call: Callable[[], Any]) -> int:
    """Count the queries of a call, savepoints left out."""
    with CaptureQueriesContext(connection) as captured:
        call()
    return sum("SAVEPOINT" not in each["sql"] for each in captured)


def fresh(person: Staff) -> Staff:
    return Staff.objects.get(pk=person.pk)


LIMITS: dict[Act, tuple[State, int]] = {
    Act.OPEN: (State.REFERRED, 7),
    Act.ACCEPT: (State.REFERRED, 10),
    Act.TAKE: (State.ACCEPTED, 9),
    Act.NOTIFY: (State.ACCEPTED, 12),
    Act.ISSUE: (State.PENDING_SIGN_OFF, 16),
    Act.SERVE: (State.ISSUED, 16),
    Act.REMIND: (State.REFERRED, 7),
}


@pytest.mark.parametrize("act", LIMITS)
def test_an_act_makes_few_queries(cast: Cast, act: Act):
    state, limit = LIMITS[act]
    walk = walk_to(cast, state)
    by = {Act.REMIND: cast.supervisor, Act.SERVE: cast.town_handler}.get(act, cast.town_head)
    given: dict[str, Any] = {
        Act.TAKE: {"handler": cast.town_handler},
        Act.SERVE: {"method": ServiceMethod.POST},
        Act.REMIND: {"text": "x"},
    }.get(act, {})
    if act is Act.NOTIFY:
        walk.leg.documents.get(kind="acceptance_notice").services.all().delete()
        given = {"method": ServiceMethod.POST}
    person = fresh(by)
    used = queries(lambda: ACTIONS[act](walk.case.pk, leg_id=walk.leg.pk, by=person, on=walk.on, **given))
    assert used <= limit, f"{used} queries"


def test_a_referral_makes_few_queries_whatever_the_number_of_people_and_demands(cast: Cast):
    small = register(cast)
    big = register(
        cast, parties=[PartyInput(f"村民{n}") for n in range(100)], demands=[DemandInput(f"第{n}件") for n in range(40)]
    )

    def refer(case: Case, numbers: list[int]) -> int:
        arguments = {"by": fresh(cast.router), "on": START, "unit": cast.town, "demands": numbers, "reason": "属地"}
        return queries(lambda: ACTIONS[Act.REFER](case.pk, **arguments))

    refer(small, [1])
    used = refer(small, [2])
    assert refer(big, list(range(1, 41))) == used
    assert used <= 10


def test_a_registration_makes_few_queries_whatever_the_number_of_people(cast: Cast):
    clerk = fresh(cast.clerk)
    used = queries(lambda: register(cast, by=clerk))
    many = [PartyInput(f"村民{n}") for n in range(100)]
    assert queries(lambda: register(cast, by=clerk, parties=many)) <= used <= 5


# Whatever lies between an authenticated request and its answer, BEGIN and COMMIT left out (docs/decisions/0042).
MOST: dict[str, dict[Act, int]] = {
    "api": {Act.REGISTER: 6, Act.REFER: 12, Act.ACCEPT: 12, Act.TAKE: 12, Act.ANSWER: 9},
    "page": {Act.REGISTER: 18, Act.REFER: 19, Act.ACCEPT: 19, Act.TAKE: 19, Act.ANSWER: 16},
}


def sent(door: str, staff: Staff, act: Act, case: Case, leg: Leg | None, **words: Any) -> int:
    """Do an act at a door and count the queries of its request."""
    if door == "page":
        client, keys = Person(staff).client, {"leg_id": leg.pk} if leg else {}
        answers: list[Any] = []
        used = queries(lambda: answers.append(client.post(address(act, case, leg=leg), {**keys, **words})))
        assert done(answers[0]), answers[0].content.decode()
        return used
    caller = Caller(staff, whole=False)
    return queries(lambda: caller.done(act, case.pk, **({"leg_id": leg.pk} if leg else {}), **words))


@pytest.mark.parametrize("door", MOST)
def test_a_write_makes_few_queries_from_the_request_to_its_answer(cast: Cast, door: str):
    browser, program = client_of(cast.clerk), Caller(cast.clerk, whole=False)
    used = {
        Act.REGISTER: queries(
            lambda: browser.post("/cases/new/", typed()) if door == "page" else program.post("/cases/", register_body())
        )
    }
    case, answered = (
        Case.objects.get(),
        {**dict.fromkeys(("facts", "opinion", "legal_basis"), "属实"), "cause": "other"},
    )
    reason = {"unit": cast.town.pk, "demands": [1, 2], "reason": "职权"}
    used[Act.REFER] = sent(door, cast.router, Act.REFER, case, None, **reason)
    leg = case.legs.get()
    used[Act.ACCEPT] = sent(door, cast.town_head, Act.ACCEPT, case, leg)
    used[Act.TAKE] = sent(door, cast.town_head, Act.TAKE, case, leg, handler=cast.town_handler.pk)
    used[Act.ANSWER] = sent(door, cast.town_handler, Act.ANSWER, case, leg, demand=1, outcome="support", **answered)
    assert {act: number for act, number in used.items() if number > MOST[door][act]} == {}


def test_the_chain_does_not_make_an_act_slower(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    supervisor = fresh(cast.supervisor)

    def remind() -> None:
        ACTIONS[Act.REMIND](walk.case.pk, leg_id=walk.leg.pk, by=supervisor, on=walk.on, text="x")

    remind()
    used = queries(remind)
    for _ in range(20):
        remind()
    assert queries(remind) == used


def test_telling_people_makes_one_query_a_person_at_most(cast: Cast):
    event = Event.objects.get(case=register(cast))
    assert queries(lambda: make_notices(event)) <= 12
