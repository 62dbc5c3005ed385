"""Recusal (Art. 28): decided by who stands above, walled off from the case, never named again, no clock touched."""

import pytest

from cases.models import Case, Notice
from cases.models.recusal import RecusalSource
from law.errors import Refused
from law.vocabulary import Act, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.accusing import sees, tell_all
from tests.cast import Cast
from tests.walks import Walk, code, walk_to

REASON = "与信访人是叔侄"


def ask(walk: Walk, person: Staff, by: Staff, source: RecusalSource = RecusalSource.PETITIONER) -> None:
    walk.on_leg(Act.REQUEST_RECUSAL, by, person=person, source=source, reason=REASON)


def recused(cast: Cast) -> Walk:
    """The handler of a leg, recused by the head."""
    walk = walk_to(cast, State.IN_HANDLING)
    ask(walk, cast.town_handler, cast.dispatcher)
    walk.on_leg(Act.DECIDE_RECUSAL, cast.town_head, person=cast.town_handler, agree=True, reason="属实")
    return walk


def test_a_recused_handler_is_taken_off_and_sees_nothing_more(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    before = list(walk.case.clocks.values_list("id", "due_on", "met_on"))
    ask(walk, cast.town_handler, cast.dispatcher)
    assert sees(cast.town_handler, walk.case), "a request alone hides nothing"
    walk.on_leg(Act.DECIDE_RECUSAL, cast.town_head, person=cast.town_handler, agree=True, reason="属实")
    assert walk.leg
    assert (walk.leg.handler, walk.leg.state) == (None, State.IN_HANDLING)
    assert walk.leg.first_handler == cast.town_handler
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on")) == before
    assert not sees(cast.town_handler, walk.case)
    assert sees(cast.town_head, walk.case)
    assert sees(cast.dispatcher, walk.case)
    assert Case.objects.visible_to(cast.town_handler).count() == 0
    assert code(walk.on_leg, Act.TAKE, cast.town_handler) == "not_found"


def test_a_recused_person_is_not_named_again(cast: Cast):
    walk = recused(cast)
    with pytest.raises(Refused, match="已经回避") as refused:
        walk.on_leg(Act.TAKE, cast.town_head, handler=cast.town_handler)
    assert (refused.value.code, refused.value.article) == ("recused", "第二十八条")
    hearing = {"matter": "m", "planned_on": walk.on, "place": "p", "participants": "x"}
    other = cast.hire("副承办", cast.town, Role.HANDLER)
    walk.on_leg(Act.TAKE, cast.town_head, handler=other)
    assert code(walk.on_leg, Act.CALL_HEARING, other, chair=cast.town_handler, **hearing) in ("recused", "chair_unfit")
    assert code(ask, walk, cast.town_handler, cast.dispatcher) == "recused"


def test_an_official_recuses_himself_and_nobody_else_in_his_name(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    official = RecusalSource.OFFICIAL
    assert code(ask, walk, cast.town_handler, cast.dispatcher, official) == "recusal_not_own"
    ask(walk, cast.town_handler, cast.town_handler, official)
    assert code(ask, walk, cast.town_handler, cast.dispatcher) == "recusal_asked"


def test_only_handlers_and_heads_of_the_unit_can_be_asked_to_keep_out(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    assert code(ask, walk, cast.housing_handler, cast.dispatcher) == "person_unfit"


def test_the_head_of_the_unit_is_decided_on_by_a_superior_or_the_coordinator(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    ask(walk, cast.town_head, cast.town_handler)
    other = cast.hire("副镇长", cast.town, Role.HEAD)
    decide = (walk.on_leg, Act.DECIDE_RECUSAL)
    said = {"person": cast.town_head, "agree": True, "reason": "属实"}
    assert code(*decide, cast.town_head, **said) == "decider_unfit"
    assert code(*decide, other, **said) == "decider_unfit"
    governor = cast.hire("区长", cast.gov, Role.HEAD)
    assert sees(governor, walk.case)
    walk.on_leg(Act.DECIDE_RECUSAL, cast.coordinator, **said)
    assert not sees(cast.town_head, walk.case)
    assert walk.leg
    assert walk.leg.handler == cast.town_handler


def test_a_governor_decides_on_the_head_of_a_unit_below(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    ask(walk, cast.town_head, cast.town_handler)
    governor = cast.hire("区长", cast.gov, Role.HEAD)
    walk.on_leg(Act.DECIDE_RECUSAL, governor, person=cast.town_head, agree=True, reason="属实")
    assert not sees(cast.town_head, walk.case)


def test_nobody_decides_his_own_and_the_coordinator_not_that_of_a_handler(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    ask(walk, cast.town_handler, cast.dispatcher)
    said = {"person": cast.town_handler, "agree": True, "reason": "x"}
    assert code(walk.on_leg, Act.DECIDE_RECUSAL, cast.coordinator, **said) == "decider_unfit"
    assert code(walk.on_leg, Act.DECIDE_RECUSAL, cast.town_handler, **said) == "not_permitted"


def test_a_refused_recusal_changes_nothing(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    ask(walk, cast.town_handler, cast.dispatcher)
    said = {"person": cast.town_handler, "agree": False, "reason": "并非亲属"}
    walk.on_leg(Act.DECIDE_RECUSAL, cast.town_head, **said)
    assert walk.leg
    assert walk.leg.handler == cast.town_handler
    assert sees(cast.town_handler, walk.case)
    assert code(walk.on_leg, Act.DECIDE_RECUSAL, cast.town_head, **said) == "nothing_asked"


def test_a_request_is_told_to_who_decides_and_nothing_later_to_the_recused(cast: Cast):
    walk = recused(cast)
    ask(walk, cast.town_head, cast.dispatcher)
    tell_all(walk.case)
    told = set(Notice.objects.filter(event__act=Act.REQUEST_RECUSAL).values_list("staff__username", flat=True))
    assert told == {"town_head", "coordinator"}
    assert not Notice.objects.filter(staff=cast.town_handler).exists()
