"""Any JSON at any act, at the intake, any query at the list: done, or a problem."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.doors.table import doors_on_a_case
from kit.rooms import doors
from law.procedure import steps_of
from law.vocabulary import Act, Scope, State
from tests.addresses import WHOLE
from tests.cases.api.bodies import body_of, register_body
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.api.conftest import Turn
from tests.cast import Cast
from tests.walks import Walk, walk_to

GOOD = register_body()
OVERFLOW = 99999999999999999999
VALUES: list[Any] = [
    None,
    True,
    -1,
    0,
    1,
    2**31,
    2**63,
    OVERFLOW,
    1.5,
    "",
    "x",
    "7",
    "１",
    "9" * 30,
    "2026-03-02",
    "1900-01-01",
    "2100-01-01",
    [],
    [1],
    [OVERFLOW],
    [-1],
    ["1"],
    [None],
    [[]],
    [{}],
    {},
    {"a": 1},
    "x" * 300,
    [{"text": "x"}],
    [{"text": "x", "kind": "accusation"}],
]
ONES = st.one_of(
    st.sampled_from(VALUES),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=30),
        lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=8), children, max_size=3),
        max_leaves=6,
    ),
)


def right(act: Act, walk: Walk, read: dict[str, Any]) -> dict[str, Any]:
    scope = steps_of(act)[0].scope
    hand_off = read["hand_offs"][-1]["id"] if read["hand_offs"] else 1
    keys = {
        Scope.CASE: {},
        Scope.LEG: {"leg_id": walk.leg.pk if walk.leg else 1},
        Scope.HAND_OFF: {"hand_off_id": hand_off},
    }
    return {**keys[scope], **body_of(act, walk.cast, read, walk.on)}


@pytest.mark.db_slow
@WHOLE
@pytest.mark.parametrize("state", [State.REGISTERED, State.IN_HANDLING, State.ANSWERED])
def test_every_act_with_one_field_wrong_answers_done_or_a_problem(
    cast: Cast, calendar: Turn, state: State, whole: bool
):
    walk = walk_to(cast, state)
    calendar(walk.on)
    second = cast.clerk if state == State.REGISTERED else cast.town_handler
    people = [Caller(person) for person in (cast.router, second)]
    reads = [person.read(walk.case.pk) for person in people]

    @settings(
        max_examples=250 if whole else 80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(data=st.data())
    def throw(data: st.DataObject) -> None:
        who = data.draw(st.integers(0, len(people) - 1))
        act = data.draw(st.sampled_from(list(doors_on_a_case())))
        said = right(act, walk, reads[who])
        names = [*doors()[act].form.base_fields, "colour"]
        said |= data.draw(st.dictionaries(st.sampled_from(names), ONES, min_size=0, max_size=3))
        with transaction.atomic():
            answer = people[who].act(act, walk.case.pk, **said)
            transaction.set_rollback(True)
        if answer.status_code != 200:
            assert_problem(answer, (400, 403, 404, 409, 422))

    throw()


@pytest.mark.db_slow
@WHOLE
def test_the_intake_with_any_json_answers_done_or_a_problem(cast: Cast, calendar: Turn, whole: bool):
    caller = Caller(cast.clerk)

    @settings(
        max_examples=200 if whole else 80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(
        changes=st.dictionaries(
            st.sampled_from([*GOOD, "respondents", "source", "external_number", "urgent", "x"]), ONES, max_size=4
        )
    )
    def throw(changes: dict[str, Any]) -> None:
        with transaction.atomic():
            answer = caller.post("/cases/", {**GOOD, **changes})
            transaction.set_rollback(True)
        if answer.status_code not in (200, 201):
            assert_problem(answer, (400, 422))

    throw()


@pytest.mark.db_slow
@WHOLE
def test_the_list_with_any_query_answers_rows_or_a_problem(cast: Cast, calendar: Turn, whole: bool):
    caller = Caller(cast.router)
    walk_to(cast, State.REFERRED)
    names = [
        "q",
        "state",
        "unit",
        "due",
        "mine",
        "received_from",
        "category",
        "size",
        "order",
        "after",
        "before",
        "waiting",
        "x",
    ]

    @settings(
        max_examples=200 if whole else 80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(
        st.dictionaries(
            st.sampled_from(names), st.text(max_size=20) | st.sampled_from(["1", "true", "due", "W10"]), max_size=3
        )
    )
    def ask(query: dict[str, str]) -> None:
        answer = caller.get("/cases/", **{k: v.encode("utf-8", "replace").decode() for k, v in query.items()})
        if answer.status_code != 200:
            assert_problem(answer, 422)

    ask()
