"""Extension (Art. 34): asked by the handler, granted by the head in time, at most 30 days in all, and told."""

from datetime import date, timedelta

import pytest

from cases.clocks import explain_clock
from cases.models import Notice
from law.errors import Refused
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from organizations.roles import Role
from tests.cases.accusing import tell_all
from tests.cast import Cast
from tests.walks import Walk, clock, code, walk_to

REASON = "涉及三个年度的账目，需要审计"


def asked(cast: Cast, days: int = 20) -> Walk:
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, later=1, days=days, reason=REASON)
    return walk


def test_the_head_grants_and_the_date_moves_from_the_same_start(cast: Cast):
    walk = asked(cast)
    before = clock(walk.case, Duty.HANDLE_60D)
    walk.on_leg(Act.EXTEND, cast.town_head)
    after = clock(walk.case, Duty.HANDLE_60D)
    assert (after.starts_on, after.extended_days) == (before.starts_on, 20)
    assert before.due_on
    assert after.due_on == before.due_on + timedelta(days=20) == explain_clock(after).due_on
    assert walk.leg
    assert walk.leg.next_due_on == after.due_on
    row = walk.leg.extensions.get()
    assert (row.granted_days, row.old_due_on, row.new_due_on) == (20, before.due_on, after.due_on)


def test_why_this_date_shows_the_extension_day_by_day(cast: Cast):
    walk = asked(cast, 3)
    walk.on_leg(Act.EXTEND, cast.town_head)
    told = explain_clock(clock(walk.case, Duty.HANDLE_60D))
    assert "63日（60日，经批准延长3日）" in told.reason
    assert [day.why.partition("（")[2] for day in told.days[-3:]] == ["延长的第1日）", "延长的第2日）", "延长的第3日）"]
    assert "延长" not in told.days[-4].why


def test_the_head_may_grant_less_but_not_more(cast: Cast):
    walk = asked(cast)
    assert code(walk.on_leg, Act.EXTEND, cast.town_head, days=21) == "days_more_than_asked"
    walk.on_leg(Act.EXTEND, cast.town_head, days=10)
    assert clock(walk.case, Duty.HANDLE_60D).extended_days == 10


def test_all_extensions_together_stay_within_thirty_days(cast: Cast):
    walk = asked(cast)
    walk.on_leg(Act.EXTEND, cast.town_head)
    with pytest.raises(Refused, match="已延20日，本次最多可延10日") as refused:
        walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=11, reason=REASON)
    assert (refused.value.code, refused.value.article) == ("extension_too_long", "第三十四条")
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=10, reason=REASON)
    walk.on_leg(Act.EXTEND, cast.town_head)
    assert code(walk.on_leg, Act.ASK_EXTENSION, cast.town_handler, days=1, reason="x") == "extension_too_long"


def test_nothing_is_extended_after_the_old_date_has_passed(cast: Cast):
    walk = asked(cast)
    last = clock(walk.case, Duty.HANDLE_60D).due_on
    assert last
    walk.on = last + timedelta(days=1)
    assert code(walk.on_leg, Act.EXTEND, cast.town_head) == "due_passed"
    walk.on = last
    walk.on_leg(Act.EXTEND, cast.town_head)


def test_nobody_grants_what_he_asked_for(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    cast.grant(cast.town_handler, cast.town, Role.HEAD)
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=5, reason=REASON)
    assert code(walk.on_leg, Act.EXTEND, cast.town_handler) == "own_request"
    assert code(walk.on_leg, Act.REFUSE_EXTENSION, cast.town_handler, reason="x") == "own_request"
    assert code(walk.on_leg, Act.EXTEND, cast.dispatcher) == "not_permitted"


def test_a_refused_extension_changes_no_date_and_can_be_asked_again(cast: Cast):
    walk = asked(cast)
    assert code(walk.on_leg, Act.ASK_EXTENSION, cast.town_handler, days=5, reason="x") == "extension_asked"
    before = clock(walk.case, Duty.HANDLE_60D).due_on
    walk.on_leg(Act.REFUSE_EXTENSION, cast.town_head, reason="案情并不复杂")
    assert clock(walk.case, Duty.HANDLE_60D).due_on == before
    assert code(walk.on_leg, Act.EXTEND, cast.town_head) == "nothing_asked"
    walk.on_leg(Act.ASK_EXTENSION, cast.town_handler, days=5, reason=REASON)


def test_the_petitioner_is_told_the_reason_and_the_new_date(cast: Cast):
    walk = asked(cast)
    walk.on_leg(Act.EXTEND, cast.town_head)
    assert walk.leg
    notice = walk.leg.documents.get(kind=Letter.EXTENSION_NOTICE)
    new = clock(walk.case, Duty.HANDLE_60D).due_on
    assert new
    assert REASON in notice.content
    assert f"{new.year}年{new.month}月{new.day}日届满" in notice.content
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.POST)
    assert notice.services.get().sent_on == walk.on
    assert code(walk.on_leg, Act.NOTIFY, cast.town_handler, method=ServiceMethod.POST) == "served_already"


def test_serving_an_extension_notice_does_not_meet_the_duty_to_inform(cast: Cast):
    walk = asked(cast)
    walk.on_leg(Act.EXTEND, cast.town_head)
    walk.case.clocks.filter(duty=Duty.NOTICE_REFERRED_15D).update(met_on=None)
    walk.on_leg(Act.NOTIFY, cast.town_handler, method=ServiceMethod.POST)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).running


def test_a_leg_without_the_sixty_days_has_nothing_to_extend(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.case.clocks.filter(duty=Duty.HANDLE_60D).update(waived_on=date(2026, 3, 9), waived_reason="x")
    assert code(walk.on_leg, Act.ASK_EXTENSION, cast.town_handler, days=5, reason="x") == "no_sixty_days"


def test_the_head_hears_of_the_request_and_the_handler_of_the_decision(cast: Cast):
    walk = asked(cast)
    walk.on_leg(Act.EXTEND, cast.town_head)
    tell_all(walk.case)
    rows = Notice.objects.filter(event__act__in=(Act.ASK_EXTENSION, Act.EXTEND))
    assert set(rows.values_list("event__act", "staff__username")) == {
        ("ask_extension", "town_head"),
        ("extend", "town_handler"),
    }
