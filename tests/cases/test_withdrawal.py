"""Withdrawal (Art. 17): confirmed by somebody outside the unit, revocable for 15 days, never an accusation's end."""

from datetime import timedelta

import pytest

from cases.clocks import explain_clock
from cases.models import Clock, Notice
from cases.reading.read import read_case
from law.endings import Retention
from law.errors import Refused
from law.vocabulary import Act, Duty, Kind, State
from organizations.roles import Role
from tests.cases.accusing import tell_all
from tests.cast import Cast
from tests.walks import Walk, clock, code, commission, refer, walk_to

ASKED = {"reason": "路已经修好了"}
SAID = {"how": "3月20日电话向老王本人核实，自愿撤回"}


def withdrawn(cast: Cast, state: State = State.IN_HANDLING) -> Walk:
    walk = walk_to(cast, state, first=commission if state is State.IN_HANDLING else refer)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.clerk, later=1, **ASKED)
    walk.on_leg(Act.WITHDRAW, cast.coordinator, later=1, **SAID)
    return walk


def running(walk: Walk) -> set[str]:
    return {each.duty for each in walk.case.clocks.all() if each.running}


def test_a_confirmed_withdrawal_ends_the_leg_and_its_clocks(cast: Cast):
    walk = withdrawn(cast)
    assert walk.leg
    assert (walk.leg.state, walk.case.state) == (State.WITHDRAWN, State.WITHDRAWN)
    assert running(walk) == {Duty.REVOKE_15D}
    assert walk.leg.next_due_on is None


def test_until_it_is_confirmed_work_and_clocks_go_on(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    before = list(walk.case.clocks.values_list("id", "due_on", "met_on"))
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, **ASKED)
    assert code(walk.on_leg, Act.ASK_WITHDRAWAL, cast.clerk, **ASKED) == "withdrawal_asked"
    assert walk.leg
    assert walk.leg.state == State.IN_HANDLING
    assert list(walk.case.clocks.values_list("id", "due_on", "met_on")) == before
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.town_handler, reason="本人说没有撤回")
    assert code(walk.on_leg, Act.WITHDRAW, cast.coordinator, **SAID) == "nothing_asked"
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, **ASKED)


def test_the_handling_unit_does_not_confirm_it(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, **ASKED)
    assert code(walk.on_leg, Act.WITHDRAW, cast.town_head, **SAID) == "not_permitted"
    for unit in (cast.town, cast.village):
        insider = cast.hire(f"内部人{unit.pk}", unit, Role.ROUTER)
        cast.grant(insider, cast.bureau, Role.ROUTER)
        with pytest.raises(Refused, match="以外的人员") as refused:
            walk.on_leg(Act.WITHDRAW, insider, **SAID)
        assert (refused.value.code, refused.value.article) == ("own_unit", "第十七条")
    walk.on_leg(Act.WITHDRAW, cast.router, **SAID)


@pytest.mark.parametrize("state", [State.REFERRED, State.IN_HANDLING, State.PENDING_SIGN_OFF, State.ISSUED])
def test_revoked_in_time_everything_is_as_before_from_the_original_start(cast: Cast, state: State):
    walk = walk_to(cast, state)
    fields = ("id", "starts_on", "due_on", "met_on")
    before = list(walk.case.clocks.order_by("id").values_list(*fields))
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.clerk, **ASKED)
    walk.on_leg(Act.WITHDRAW, cast.coordinator, **SAID)
    last = clock(walk.case, Duty.REVOKE_15D).due_on
    assert last
    assert last >= walk.on + timedelta(days=15)
    walk.on = last
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.clerk, reason="路又坏了")
    assert walk.leg
    assert walk.leg.state == state
    after = walk.case.clocks.exclude(duty=Duty.REVOKE_15D).order_by("id")
    assert list(after.values_list(*fields)) == before
    assert all(each.due_on == explain_clock(each).due_on for each in after)
    assert walk.leg.next_due_on == min(c.due_on for c in after if c.running and c.duty in OWED and c.due_on)


OWED = (Duty.NOTICE_REFERRED_15D, Duty.HANDLE_60D, Duty.SERVICE_3WD)


def test_after_fifteen_days_it_is_too_late_but_registering_again_never_is(cast: Cast):
    walk = withdrawn(cast)
    last = clock(walk.case, Duty.REVOKE_15D).due_on
    assert last
    walk.on = last + timedelta(days=1)
    with pytest.raises(Refused, match="可以就同一事项重新提出") as refused:
        walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.clerk, reason="又坏了")
    assert refused.value.code == "revoked_too_late"


def test_a_withdrawn_leg_is_archived_once_nobody_can_think_better_of_it(cast: Cast):
    walk = withdrawn(cast)
    last = clock(walk.case, Duty.REVOKE_15D).due_on
    for day, offered in ((last, False), (last + timedelta(days=1), True)):
        acts = {opening.act for opening in read_case(walk.case.pk, by=cast.town_head, on=day).openings}
        assert (Act.ARCHIVE in acts) is offered
    walk.on = last
    given = {"retention": Retention.TEN_YEARS}
    assert code(walk.on_leg, Act.ARCHIVE, cast.town_head, **given) == "clock_running"
    walk.on_leg(Act.ARCHIVE, cast.town_head, later=1, **given)
    assert walk.case.state == State.ARCHIVED
    assert running(walk) == set()


def test_a_withdrawal_can_be_asked_for_again_after_it_was_revoked(cast: Cast):
    walk = withdrawn(cast)
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.clerk, reason="又坏了")
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.clerk, **ASKED)
    walk.on_leg(Act.WITHDRAW, cast.coordinator, **SAID)
    assert Clock.objects.filter(case=walk.case, duty=Duty.REVOKE_15D).count() == 2


def test_an_accusation_does_not_end_with_a_withdrawal(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_handler, **ASKED)
    walk.case.demands.filter(number=2).update(kind=Kind.ACCUSATION)
    assert code(walk.on_leg, Act.WITHDRAW, cast.coordinator, **SAID) == "accusation_goes_on"
    walk.on_leg(Act.REVOKE_WITHDRAWAL, cast.town_handler, reason="不适用")
    assert code(walk.on_leg, Act.ASK_WITHDRAWAL, cast.town_handler, **ASKED) == "accusation_goes_on"


def test_the_desk_still_owes_its_notice_for_the_other_demand(cast: Cast):
    walk = walk_to(cast, State.RECEIVED)
    second = walk.case.demands.get(number=2)
    walk.case.demands.filter(pk=second.pk).update(leg=None)
    walk.on_leg(Act.ASK_WITHDRAWAL, cast.town_head, **ASKED)
    walk.on_leg(Act.WITHDRAW, cast.coordinator, **SAID)
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).running


def test_the_coordinator_is_asked_and_the_handler_is_told(cast: Cast):
    walk = withdrawn(cast)
    tell_all(walk.case)
    rows = Notice.objects.filter(event__act__in=(Act.ASK_WITHDRAWAL, Act.WITHDRAW))
    assert set(rows.values_list("event__act", "staff__username")) == {
        ("ask_withdrawal", "coordinator"),
        ("withdraw", "town_handler"),
    }
