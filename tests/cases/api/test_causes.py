"""What a matter came of 产生原因: picked at answering at both doors, read on the page, in the API and by the feed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from law.matters import Cause
from law.vocabulary import Act, State
from tests.cases.api.both_doors import DOORS, by_api
from tests.cases.api.caller import Caller, assert_problem
from tests.cases.views.doors import Person, done
from tests.cast import Cast
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]
SAID = {"demand": 1, "outcome": "support", "facts": "属实", "opinion": "修", "legal_basis": "《公路法》"}


def in_hand(cast: Cast, calendar: Turn) -> Walk:
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    return walk


def demand_read(walk: Walk) -> Any:
    return Caller(walk.handler).read(walk.case.pk)["demands"][0]


@pytest.mark.parametrize("door", ["page", "api"])
def test_a_cause_is_picked_from_the_list_at_answering(cast: Cast, calendar: Turn, door: str):
    walk = in_hand(cast, calendar)
    person, program = Person(walk.handler), Caller(walk.handler)

    def answer(**more: str) -> Any:
        given = {"leg": walk.leg} if door == "page" else {"leg_id": walk.leg.pk}
        return (person.send if door == "page" else program.act)(
            Act.ANSWER, walk.case if door == "page" else walk.case.pk, **given, **SAID, **more
        )

    for wrong in ({}, {"cause": "缠访"}):
        refused = answer(**wrong)
        if door == "page":
            assert not done(refused)
        else:
            assert "cause" in assert_problem(refused, 422, "input_invalid")["fields"]
    assert demand_read(walk)["cause"] == ""
    said = answer(cause="legacy")
    assert done(said) if door == "page" else said.status_code == 200
    assert demand_read(walk)["cause"] == "legacy"
    assert "产生原因：历史遗留" in person.page(walk.case).content.decode()


@DOORS
def test_the_office_corrects_a_cause_with_a_reason_and_the_answer_stays(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    before = demand_read(walk)
    given = {"demand": 1, "cause": "legacy", "reason": "管护责任移交时没有交清"}
    assert by_api(cast.town_head, Act.CORRECT_CAUSE, walk, **given)[0] == "not_permitted", "it grades not itself"
    assert door(cast.router, Act.CORRECT_CAUSE, walk, **given)[0] == "done"
    assert demand_read(walk) == {**before, "cause": "legacy"}
    assert door(cast.router, Act.CORRECT_CAUSE, walk, **given)[0] == "nothing_changed"
    page = Person(cast.router).page(walk.case).content.decode()
    assert "第1项：产生原因：历史遗留" in page
    assert "管护责任移交时没有交清" in page


def test_answering_anew_keeps_the_cause_and_can_change_it(cast: Cast, calendar: Turn):
    walk = in_hand(cast, calendar)
    walk.on_leg(Act.ANSWER, walk.handler, **SAID, cause=Cause.POLICY)
    walk.on_leg(Act.ANSWER, walk.handler, **SAID)
    assert demand_read(walk)["cause"] == "policy"
    form = Person(walk.handler).dialog(Act.ANSWER, walk.case, leg=walk.leg).content.decode()
    assert '<option value="" selected' in form, "the next demand has no preset cause"
    walk.on_leg(Act.ANSWER, walk.handler, **SAID, cause=Cause.CONTRACT)
    assert demand_read(walk)["cause"] == "contract"
    last = walk.case.events.order_by("-sequence")[0]
    assert last.facts["cause"] == "contract"
