"""Guidance, replies with dates, and escalation: no clock stops, the leg goes up with what has begun."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Case, HandOff, Notice
from cases.presenting.history import days_of, moves
from cases.reading.desk_days import ledger
from cases.reading.read import read_case
from cases.sight.keeping import keep_reach
from law.matters import Tier
from law.vocabulary import Act, Duty, Movement, State
from organizations.limits import add_limits
from tests.cases.accusing import letter, refer_land, sees, tell_all
from tests.cases.api.both_doors import DOORS
from tests.cases.api.caller import Caller
from tests.cases.api.conftest import Turn
from tests.cases.views.doors import Person
from tests.cast import START, Cast
from tests.walks import Walk, accept, clock, code, follow, take, walk_to

GUIDE = {"question": "补偿标准从哪年算", "proposal": "拟从2024年算"}


def standing_clocks(walk: Walk) -> list[Any]:
    return list(walk.case.clocks.order_by("id").values_list("id", "due_on", "met_on"))


@DOORS
def test_a_unit_asks_its_superior_with_its_own_proposal(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    before = standing_clocks(walk)
    assert door(cast.town_handler, Act.ASK_GUIDANCE, walk, unit=cast.gov.pk, **GUIDE)[0] == "done"
    asked = walk.hand_off(Movement.GUIDANCE)
    assert (asked.to_unit, asked.proposal) == (cast.gov, GUIDE["proposal"])
    walk.refresh()
    refused = door(cast.town_handler, Act.ASK_GUIDANCE, walk, unit=cast.housing.pk, **GUIDE)
    assert (refused[0], refused[2]) == ("unit_unfit", "第二十四条")
    assert "征求意见" in refused[1]
    walk.act(Act.REPLY_GUIDANCE, cast.leader, hand_off_id=asked.pk, text="从2023年算")
    assert standing_clocks(walk) == before
    tell_all(walk.case)
    told = set(
        Notice.objects.filter(event__act__in=("ask_guidance", "reply_guidance")).values_list(
            "staff__username", flat=True
        )
    )
    assert told == {"leader", "town_handler"}


def test_the_petition_office_can_be_asked_and_a_proposal_is_wanted(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    given = {"unit": cast.bureau, **GUIDE}
    assert code(walk.on_leg, Act.ASK_GUIDANCE, cast.town_handler, **{**given, "proposal": " "}) == "proposal_missing"
    walk.on_leg(Act.ASK_GUIDANCE, cast.town_handler, **given)
    hand_off = walk.hand_off(Movement.GUIDANCE)
    walk.act(Act.REPLY_GUIDANCE, cast.router, hand_off_id=hand_off.pk, text="可以")
    again = {"hand_off_id": hand_off.pk, "text": "又"}
    assert code(walk.act, Act.REPLY_GUIDANCE, cast.router, **again) == "replied_already"


def test_nothing_is_asked_of_an_accused_unit_and_nothing_goes_up_to_it(cast: Cast):
    walk = follow(refer_land(cast, letter(cast)), accept, take)
    walk.act(Act.LINK_RESPONDENT, cast.router, name="区政府", unit=cast.gov, demands=[2])
    assert not sees(cast.leader, walk.case)
    walk.case.respondents.filter(unit=cast.gov).update(unit=cast.housing)
    keep_reach([walk.case.pk])
    walk.case.refresh_from_db()
    up = {"unit": cast.housing, "reason": "难"}
    assert code(walk.on_leg, Act.ESCALATE, cast.town_handler, **up) == "accused_party"


def test_another_unit_has_five_working_days_and_may_ask_once_for_three_more(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    assert walk.on == date(2026, 3, 7)
    walk.on_leg(Act.CONSULT, cast.town_handler, unit=cast.farming, question="有没有规划？")
    asked = walk.hand_off(Movement.CONSULT)
    assert asked.reply_by == date(2026, 3, 13)
    before = standing_clocks(walk)
    defer = {"hand_off_id": asked.pk, "note": "须请示市局"}
    walk.act(Act.DEFER_REPLY, cast.farming_head, **defer)
    asked.refresh_from_db()
    assert asked.reply_by == date(2026, 3, 18)
    assert code(walk.act, Act.DEFER_REPLY, cast.farming_head, **defer) == "deferred_already"
    assert standing_clocks(walk) == before


def test_the_days_between_units_are_a_setting(cast: Cast):
    add_limits(
        "某市", START, "内部规定", {}, by=cast.system_admin, on=START - timedelta(days=1), reply_days=2, superior_days=1
    )
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.CO_HANDLE, cast.town_handler, unit=cast.farming, task="核对")
    asked = walk.hand_off(Movement.CO_HANDLE)
    assert asked.reply_by == date(2026, 3, 10)
    walk.act(Act.DEFER_REPLY, cast.farming_handler, hand_off_id=asked.pk, note="x")
    asked.refresh_from_db()
    assert asked.reply_by == date(2026, 3, 11)


def test_silence_is_shown_to_both_and_means_nothing(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.CONSULT, cast.town_handler, unit=cast.farming, question="？")
    late = walk.hand_off(Movement.CONSULT).reply_by + timedelta(days=2)
    calendar(late)
    assert "逾期2天未回复" in Person(cast.town_handler).page(walk.case).content.decode()
    assert "超期2天" in Person(cast.farming_head).page(walk.case).content.decode()
    assert "须请示上级" in Person(cast.farming_head).page(walk.case).content.decode()
    assert walk.refresh().leg.state == State.IN_HANDLING


@DOORS
def test_a_leg_goes_up_with_its_clocks_and_its_first_handler(cast: Cast, calendar: Turn, door: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    sixty, first = clock(walk.case, Duty.HANDLE_60D), walk.leg.accepted_on
    calendar(walk.on)
    assert door(cast.town_handler, Act.ESCALATE, walk, unit=cast.housing.pk, reason="牵涉全区管网")[0] == "done"
    walk.refresh()
    refused = door(cast.town_handler, Act.ESCALATE, walk, unit=cast.gov.pk, reason="又")
    assert (refused[0], refused[2]) == ("escalation_asked", "第二十二条第一款")
    assert code(walk.on_leg, Act.AGREE_ESCALATION, cast.town_head, note="自己同意") == "not_permitted"
    assert door(cast.router, Act.AGREE_ESCALATION, walk, note="同意")[0] == "done"
    leg = walk.refresh().leg
    assert (leg.unit, leg.state, leg.handler) == (cast.housing, State.REFERRED, None)
    assert (leg.first_unit, leg.first_handler) == (cast.town, cast.town_handler)
    assert leg.received_on == walk.on
    after = clock(walk.case, Duty.HANDLE_60D)
    assert (after.pk, after.unit, after.starts_on, after.due_on) == (sixty.pk, cast.housing, first, sixty.due_on)
    told = walk.case.clocks.get(duty=Duty.NOTICE_REFERRED_15D, met_on=None)
    assert (told.unit, told.starts_on) == (cast.housing, walk.on)
    assert (
        door(cast.housing_head, Act.NOT_ACCEPT, walk, ground="NA_LITIGATION", reason="x", where="y")[0]
        == "accepted_already"
    )
    assert door(cast.housing_head, Act.ACCEPT, walk)[0] == "done"
    walk.refresh()
    assert door(cast.housing_head, Act.TAKE, walk, handler=cast.housing_handler.pk)[0] == "done"
    leg = walk.refresh().leg
    assert (leg.accepted_on, leg.first_unit, leg.first_handler) == (first, cast.town, cast.town_handler)
    assert walk.case.clocks.filter(duty=Duty.HANDLE_60D).count() == 1


def test_who_has_not_been_told_yet_is_told_by_the_first_date(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.ACCEPT, cast.town_head, later=1)
    due = clock(walk.case, Duty.NOTICE_REFERRED_15D).due_on
    walk.on_leg(Act.ESCALATE, cast.town_head, later=1, unit=cast.gov, reason="难")
    walk.on_leg(Act.AGREE_ESCALATION, cast.leader, later=3, note="同意")
    told = clock(walk.case, Duty.NOTICE_REFERRED_15D)
    assert (told.due_on, told.unit, told.running) == (due, cast.gov, True)


def test_a_refusal_is_guidance_and_the_unit_goes_on(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    decide = {"guidance": "按2024年标准补偿"}
    assert code(walk.on_leg, Act.REFUSE_ESCALATION, cast.router, **decide) == "no_escalation"
    walk.on_leg(Act.ESCALATE, cast.town_handler, unit=cast.gov, reason="难")
    assert code(walk.on_leg, Act.REFUSE_ESCALATION, cast.router, guidance=" ") == "guidance_missing"
    before = standing_clocks(walk)
    walk.on_leg(Act.REFUSE_ESCALATION, cast.router, **decide)
    assert (walk.leg.unit, walk.leg.state) == (cast.town, State.IN_HANDLING)
    assert standing_clocks(walk) == before
    tell_all(walk.case)
    assert set(Notice.objects.filter(event__act="refuse_escalation").values_list("staff__username", flat=True)) == {
        "town_handler"
    }


@pytest.mark.parametrize("unit", ["village", "bureau", "other_town", "far_housing"])
def test_nothing_goes_up_to_a_unit_that_is_not_above(cast: Cast, unit: str):
    walk = walk_to(cast, State.IN_HANDLING)
    up = {"unit": getattr(cast, unit), "reason": "难"}
    assert code(walk.on_leg, Act.ESCALATE, cast.town_handler, **up) == "unit_unfit"


def test_what_a_town_registered_itself_is_decided_by_the_unit_above(cast: Cast):
    walk = follow(Walk(cast, Case()), keep_at_town, accept, take)
    walk.on_leg(Act.ESCALATE, cast.town_handler, unit=cast.gov, reason="难")
    assert code(walk.on_leg, Act.AGREE_ESCALATION, cast.town_head, note="自己同意") == "not_permitted"
    walk.on_leg(Act.AGREE_ESCALATION, cast.leader, note="同意")
    assert walk.leg.unit == cast.gov


def keep_at_town(walk: Walk) -> None:
    from_the_town = walk_to(walk.cast, State.RECEIVED)
    walk.case, walk.leg, walk.on = from_the_town.case, from_the_town.leg, from_the_town.on


def test_the_ledger_ends_the_stay_below_where_the_one_above_begins(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ESCALATE, cast.town_handler, later=2, unit=cast.housing, reason="难")
    walk.on_leg(Act.AGREE_ESCALATION, cast.router, later=1, note="同意")
    file = read_case(walk.case.pk, by=cast.router, on=walk.on + timedelta(days=4))
    rows = [(row["unit"], row["left_on"], row["lost"]) for row in moves(file, walk.on + timedelta(days=4))]
    assert rows[1:] == [(cast.town.name, walk.on, False), (cast.housing.name, None, False)]
    assert days_of(file, walk.on).days_lost == 0
    assert ledger(START, [], START, waiting=True).days_lost == 0
    sent = HandOff.objects.get(case=walk.case, movement=Movement.REFER).sent_on
    assert rows[0][1] == sent


def test_a_difficult_case_is_offered_the_ways_up_before_the_rest(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.act(Act.TRIAGE, cast.router, tier=Tier.DIFFICULT, reason="牵涉多家")
    calendar(walk.on)
    page = Person(cast.town_handler).page(walk.case).content.decode()
    assert page.index("请示上级") < page.index(Act.DELEGATE.label)
    assert page.index("申请提级") < page.index(Act.DELEGATE.label)
    answer = Caller(cast.town_handler).read(walk.case.pk)
    assert answer["case"]["tier"] == "difficult"
