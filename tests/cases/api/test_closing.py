"""Closing waits for the notices that the procedure owed and for the four duties (Art. 27, 31, 33, 34), at every door."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from law.vocabulary import Act, ServiceMethod, State
from tests.cases.api.closed import assert_closed
from tests.cases.refusals import refused_on_leg
from tests.cast import Cast
from tests.walks import Walk, check_duties, code, follow, issue, serve, submit, walk_to

Turn = Callable[[date], None]


def extended(walk: Walk) -> None:
    walk.on_leg(Act.ASK_EXTENSION, walk.handler, later=1, days=10, reason="账目多")
    walk.on_leg(Act.EXTEND, walk.head)


def heard(walk: Walk) -> None:
    called = {"matter": "谁来修", "planned_on": walk.on, "place": "镇政府", "participants": "双方"}
    walk.on_leg(Act.CALL_HEARING, walk.handler, chair=walk.cast.housing_head, **called)
    walk.on_leg(
        Act.HOLD_HEARING, walk.handler, held_from=walk.on, attended="双方", minutes="各陈其词", conclusion="属实"
    )


def past_its_window(walk: Walk) -> Walk:
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=walk.on + timedelta(days=1), receiver="老王")
    walk.on += timedelta(days=45)
    return walk


@pytest.mark.parametrize(("aside", "article"), [(extended, "第三十四条"), (heard, "第三十一条第六项")])
def test_a_notice_that_was_never_sent_keeps_a_leg_open(
    cast: Cast, calendar: Turn, aside: Callable[[Walk], None], article: str
):
    walk = past_its_window(follow(walk_to(cast, State.IN_HANDLING), aside, submit, issue, serve))
    calendar(walk.on)
    assert_closed(walk, walk.head, Act.CLOSE, {}, "notice_unserved")
    assert refused_on_leg(walk, Act.CLOSE, walk.head).article == article
    walk.on_leg(Act.NOTIFY, walk.head, method=ServiceMethod.POST)
    walk.on_leg(Act.RECORD_RETURN, walk.head, reason="查无此人")
    assert code(walk.on_leg, Act.CLOSE, walk.head) == "notice_unserved", "what came back was not served"
    walk.on_leg(Act.NOTIFY, walk.head, method=ServiceMethod.ANNOUNCEMENT)
    walk.on_leg(Act.CLOSE, walk.head)
    assert walk.leg.state == State.CLOSED


def test_whom_nobody_can_write_to_is_waited_for_by_no_notice(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING, anonymous=True, parties=[])
    follow(walk, extended, submit, issue)
    walk.on_leg(Act.SERVE, walk.handler, method=ServiceMethod.ANNOUNCEMENT)
    walk.on_leg(Act.CLOSE, walk.head, later=70)
    assert walk.leg.state == State.CLOSED


def test_the_four_duties_are_gone_through_before_a_leg_is_closed(cast: Cast, calendar: Turn):
    walk = past_its_window(walk_to(cast, State.ANSWERED))
    walk.leg.duties_checks.all().delete()
    calendar(walk.on)
    assert_closed(walk, walk.head, Act.CLOSE, {}, "duties_unchecked")
    check_duties(walk)
    walk.on_leg(Act.CLOSE, walk.head)
    assert walk.leg.state == State.CLOSED
