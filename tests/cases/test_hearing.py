"""Hearings (Art. 31, 36): called in writing, chaired by no investigator, held and recorded; only the review pauses."""

from datetime import timedelta
from typing import Any

import pytest

from cases.clocks import explain_clock, start_clock
from cases.models import Clock, Leg
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from tests.cases.accusing import letter, refer_land
from tests.cast import Cast
from tests.remedy_walks import CITY
from tests.walks import Walk, accept, clock, code, follow, take, walk_to

HELD: dict[str, Any] = {"attended": "老王、村干部", "minutes": "双方陈述。", "conclusion": "路面破损属实。"}


def called(cast: Cast, state: State = State.IN_HANDLING) -> Walk:
    walk = walk_to(cast, State.IN_HANDLING if state is State.IN_HANDLING else State.ANSWERED)
    assert walk.leg
    Leg.objects.filter(pk=walk.leg.pk).update(state=state)
    walk.refresh()
    invite(walk)
    return walk


def invite(walk: Walk, **changes: Any) -> None:
    asked = {
        "matter": "路面该由谁修",
        "planned_on": walk.on + timedelta(days=7),
        "at_time": "上午9时",
        "place": "镇政府会议室",
        "chair": walk.cast.housing_head,
        "participants": "老王、村委会、住建局",
    }
    walk.on_leg(Act.CALL_HEARING, walk.cast.town_handler, **{**asked, **changes})


def review_clock(walk: Walk) -> Clock:
    assert walk.leg
    return start_clock(Duty.REVIEW_30D, walk.case, leg=walk.leg, unit=walk.leg.unit, starts_on=walk.on)


def test_a_hearing_is_called_by_a_notice_that_is_served(cast: Cast):
    walk = called(cast)
    assert walk.leg
    notice = walk.leg.documents.get(kind=Letter.HEARING_NOTICE)
    for words in ("路面该由谁修", "上午9时", "镇政府会议室", "张主任", "老王、村委会、住建局"):
        assert words in notice.content
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.IN_PERSON)
    assert notice.services.exists()


def test_who_investigated_does_not_chair(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    with pytest.raises(Refused, match="参加了本件的调查") as refused:
        invite(walk, chair=cast.town_handler)
    assert (refused.value.code, refused.value.article) == ("chair_unfit", "第三十一条第六项")


def test_the_accused_does_not_chair(cast: Cast):
    walk = refer_land(cast, letter(cast))
    follow(walk, accept, take)
    assert code(invite, walk, chair=cast.village_head) == "accused_party"


def test_a_hearing_is_held_once_called_and_on_possible_days(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    hold = (walk.on_leg, Act.HOLD_HEARING, cast.town_handler)
    assert code(*hold, held_from=walk.on, **HELD) == "hearing_not_called"
    assert code(invite, walk, planned_on=walk.on - timedelta(days=1)) == "date_past"
    invite(walk)
    assert code(invite, walk) == "hearing_called"
    for first, last in ((-1, 0), (0, 1), (0, -1)):
        days: dict[str, Any] = {"held_from": walk.on + timedelta(days=first), "held_to": walk.on + timedelta(days=last)}
        assert code(walk.on_leg, Act.HOLD_HEARING, cast.town_handler, **days, **HELD) == "date_unfit"
    walk.on_leg(Act.HOLD_HEARING, cast.town_handler, later=7, held_from=walk.on, **HELD)
    assert walk.leg
    kinds = list(walk.leg.documents.values_list("kind", flat=True))
    assert kinds[-2:] == [Letter.HEARING_MINUTES, Letter.HEARING_REPORT]
    assert "路面破损属实。" in walk.leg.documents.get(kind=Letter.HEARING_REPORT).content


def test_in_handling_a_hearing_stops_no_clock(cast: Cast):
    walk = called(cast)
    before = {c.pk: (c.due_on, c.paused_days) for c in walk.case.clocks.all()}
    walk.on += timedelta(days=9)
    walk.on_leg(Act.HOLD_HEARING, cast.town_handler, held_from=walk.on - timedelta(days=2), held_to=walk.on, **HELD)
    assert {c.pk: (c.due_on, c.paused_days) for c in walk.case.clocks.all()} == before
    assert clock(walk.case, Duty.HANDLE_60D).hearings.count() == 0


def test_a_review_leaves_out_the_days_of_the_hearing(cast: Cast):
    walk = called(cast, State.REVIEWING)
    before = review_clock(walk)
    walk.on += timedelta(days=9)
    walk.on_leg(Act.HOLD_HEARING, cast.town_handler, held_from=walk.on - timedelta(days=2), held_to=walk.on, **HELD)
    after = clock(walk.case, Duty.REVIEW_30D)
    assert before.due_on
    assert after.due_on == before.due_on + timedelta(days=3) == explain_clock(after).due_on
    assert (after.starts_on, after.paused_days) == (before.starts_on, 3)
    assert sum("听证占用" in day.why for day in explain_clock(after).days) == 3
    assert walk.leg
    assert walk.leg.next_due_on == after.due_on


def test_the_desk_calls_a_hearing_for_a_reviewing_body_outside_and_says_so(cast: Cast):
    walk = walk_to(cast, State.REVIEWING)
    asked = {
        "matter": "谁修",
        "planned_on": walk.on,
        "place": "听证室",
        "chair": cast.coordinator,
        "participants": "老王",
    }
    walk.on_leg(Act.CALL_HEARING, cast.router, **asked)
    walk.on_leg(Act.HOLD_HEARING, cast.router, held_from=walk.on, **HELD)
    assert walk.leg
    notice, minutes, report = (
        walk.leg.documents.get(kind=kind).content
        for kind in (Letter.HEARING_NOTICE, Letter.HEARING_MINUTES, Letter.HEARING_REPORT)
    )
    assert "您请求复核的信访事项" in notice
    assert f"{CITY}决定举行听证，由我单位代为通知" in notice
    assert "第三十六条第二款" in notice
    assert all(f"复核机关：{CITY}" in text for text in (minutes, report))


def test_a_second_hearing_of_a_review_is_left_out_too(cast: Cast):
    walk = called(cast, State.REVIEWING)
    before = review_clock(walk)
    assert before.due_on
    walk.on_leg(Act.HOLD_HEARING, cast.town_handler, later=3, held_from=walk.on + timedelta(days=3), **HELD)
    invite(walk)
    walk.on_leg(Act.HOLD_HEARING, cast.town_handler, later=3, held_from=walk.on + timedelta(days=3), **HELD)
    after = clock(walk.case, Duty.REVIEW_30D)
    assert after.due_on == before.due_on + timedelta(days=2) == explain_clock(after).due_on
