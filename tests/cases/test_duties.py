"""Around an answer: assessment before an unwelcome one (a setting), four duties, execution, relief, co-handling."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Notice
from cases.models.duties import ReliefKind, RiskLevel
from law.errors import Refused
from law.vocabulary import Act, Duty, Movement, Outcome, State
from tests.cases.accusing import letter, refer_land, tell_all
from tests.cast import Cast
from tests.walks import Walk, accept, clock, code, follow, take, walk_to

WEIGHED: dict[str, Any] = {"level": RiskLevel.MIDDLE, "reasons": "多次反映", "plan": "由首办责任人当面解释"}


def refused_demand(walk: Walk) -> Walk:
    walk.case.demands.filter(number=1).update(outcome=Outcome.REJECT)
    return walk


def test_weighing_is_not_required_unless_the_site_wants_it(cast: Cast):
    refused_demand(walk_to(cast, State.PENDING_SIGN_OFF)).on_leg(Act.ISSUE, cast.town_head)


def test_where_the_site_wants_it_an_unwelcome_decision_is_weighed_before_it_is_signed(cast: Cast, settings: Any):
    settings.XINFANG_RISK_BEFORE_ISSUE = True
    walk = refused_demand(walk_to(cast, State.PENDING_SIGN_OFF))
    with pytest.raises(Refused, match="信访风险评估") as refused:
        walk.on_leg(Act.ISSUE, cast.town_head)
    assert (refused.value.code, refused.value.article) == ("risk_unassessed", "第二十七条")
    walk.on_leg(Act.ASSESS_RISK, cast.town_handler, **WEIGHED)
    walk.on_leg(Act.ISSUE, cast.town_head)
    walk_to(cast, State.ISSUED)  # support needs no weighing


def test_the_four_duties_are_checked_in_words(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    said = dict.fromkeys(("solved", "explained", "helped"), "无此情形")
    walk.on_leg(Act.CHECK_DUTIES, cast.town_handler, lawful="没有违法行为", **said)
    assert walk.leg
    assert walk.leg.duties_checks.latest("id").lawful == "没有违法行为"


def test_execution_is_followed_for_what_was_supported_until_it_is_done(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    walk.case.demands.filter(number=2).update(outcome=Outcome.EXPLAIN)
    track = (walk.on_leg, Act.TRACK_EXECUTION, cast.town_handler)
    assert code(*track, demand=2, progress="x") == "not_supported"
    assert code(*track, demand=9, progress="x") == "demand_unknown"
    walk.on_leg(Act.TRACK_EXECUTION, cast.town_handler, later=5, demand=1, progress="已开工")
    assert code(*track, demand=1, progress="x", done_on=walk.on + timedelta(days=1)) == "date_unfit"
    walk.on_leg(Act.TRACK_EXECUTION, cast.town_handler, demand=1, progress="完工", done_on=walk.on)
    assert code(*track, demand=1, progress="又") == "executed_already"


def test_a_petitioner_in_need_is_led_to_relief(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    asked = {"relief": ReliefKind.JUDICIAL, "body": "区检察院", "reason": "被害致残"}
    walk.on_leg(Act.REFER_RELIEF, cast.town_handler, **asked)
    walk.on_leg(Act.REFER_RELIEF, cast.town_handler, later=9, result="已发放救助金", **asked)
    assert walk.leg
    assert [row.result for row in walk.leg.reliefs.all()] == ["", "已发放救助金"]


def test_a_co_handling_unit_hears_of_it_replies_and_no_clock_moves(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    before = list(walk.case.clocks.values_list("id", "due_on", "met_on"))
    day = walk.on + timedelta(days=7)
    walk.on_leg(Act.CO_HANDLE, cast.town_handler, unit=cast.farming, task="核对用水", reply_by=day)
    hand_off = walk.hand_off(Movement.CO_HANDLE)
    assert hand_off.reply_by == day
    assert code(walk.on_leg, Act.CO_HANDLE, cast.town_handler, unit=cast.farming, task="x") == "already_asked"
    assert code(walk.on_leg, Act.CO_HANDLE, cast.town_handler, unit=cast.town, task="x") == "unit_unfit"
    walk.act(Act.REPLY_CO_HANDLING, cast.farming_handler, hand_off_id=hand_off.pk, text="已核对")
    reply = {"hand_off_id": hand_off.pk, "text": "又"}
    assert code(walk.act, Act.REPLY_CO_HANDLING, cast.farming_handler, **reply) == "replied_already"
    assert code(walk.act, Act.REPLY_CONSULTATION, cast.farming_handler, **reply) == "not_found"
    tell_all(walk.case)
    rows = Notice.objects.filter(event__act__in=(Act.CO_HANDLE, Act.REPLY_CO_HANDLING))
    assert set(rows.values_list("event__act", "staff__username")) == {
        ("co_handle", "farming_head"),
        ("co_handle", "farming_handler"),
        ("reply_co_handling", "town_handler"),
    }
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on")) == before


def test_the_accused_unit_does_not_co_handle(cast: Cast):
    walk = follow(refer_land(cast, letter(cast)), accept, take)
    ask = {"unit": cast.village, "task": "x"}
    assert code(walk.on_leg, Act.CO_HANDLE, cast.town_handler, **ask) == "accused_party"


def test_a_day_that_was_named_holds_for_a_superior_too_and_the_sixty_days_do_not_move(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    due, day = clock(walk.case, Duty.HANDLE_60D).due_on, walk.on + timedelta(days=7)
    walk.on_leg(Act.CONSULT, cast.town_handler, unit=cast.gov, question="政策怎么理解？", reply_by=day)
    assert walk.hand_off(Movement.CONSULT).reply_by == day
    walk.on_leg(Act.CONSULT, cast.town_handler, unit=cast.farming, question="有没有规划？", reply_by=day)
    assert walk.hand_off(Movement.CONSULT).reply_by == day
    assert clock(walk.case, Duty.HANDLE_60D).due_on == due
