"""What the rules find: in SQL over all legs and in Python over one, the same; and what was late stays late."""

from datetime import date, timedelta
from typing import Any

import pytest

from cases.models import Case, Clock, Demand, Event, Execution, Leg
from law.vocabulary import Act, Duty, State
from supervision.carrying_out import carry_out_days
from supervision.models import Finding
from supervision.orders.failing import OfLeg, Shown
from supervision.orders.finding import find_failures
from supervision.orders.rules import BY_RULE, COLUMNS, RULES, Rule, found_rows
from supervision.words.orders import Failure, FindingState
from tests.cast import START, Cast
from tests.supervision.orders.ordering import order_on
from tests.walks import Walk, clock, commission, object_to, submit, walk_to

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def by_sql(rule: Rule, on: date) -> set[tuple[int, Shown]]:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in found_rows(rule, on)]
    return {(row["of_leg"], Shown(row["shown_by"], row["missed"])) for row in rows}


def by_python(rule: Rule, on: date) -> set[tuple[int, Shown]]:
    assert rule.shown
    found = set()
    for leg in Leg.objects.exclude(case__state__in=(State.VOIDED, State.VOID_PENDING)):
        facts = OfLeg(
            leg,
            list(Clock.objects.filter(leg=leg)),
            list(Event.objects.filter(leg=leg)),
            list(Demand.objects.filter(leg=leg)),
            list(Execution.objects.filter(leg=leg)),
            carry_out_days(on),
        )
        found |= {(leg.pk, shown) for shown in rule.shown(facts, on)}
    return found


def failures(on: date) -> set[str]:
    find_failures(on)
    return set(Finding.objects.values_list("failure", flat=True))


def executed(walk: Walk, number: int, done_on: date) -> None:
    demand = Demand.objects.get(case=walk.case, number=number)
    by = walk.handler
    Execution.objects.create(leg=walk.leg, demand=demand, progress="修好了", done_on=done_on, on=done_on, by=by)


def rejected_twice(cast: Cast) -> Walk:
    """A commissioned leg whose report is sent back, and sent back again."""
    walk = walk_to(cast, State.ANSWERED, first=commission)
    for _ in range(2):
        walk.on_leg(Act.REPORT_CONCLUSION, walk.handler, later=1, text="已经办结。")
        walk.on_leg(Act.REJECT_CONCLUSION, cast.router, later=1, reason="没有写清怎么修")
        submit(walk)
        walk.on_leg(Act.ISSUE, walk.head, later=1)
        walk.on_leg(Act.SERVE, walk.handler, later=1, method="post")
    return walk


def test_sql_and_python_find_the_same_in_every_state_on_any_day(cast: Cast):
    walks = [walk_to(cast, state) for state in (State.REFERRED, State.IN_HANDLING, State.ISSUED, State.CLOSED)]
    walks += [walk_to(cast, state) for state in (State.REEXAMINING, State.OBJECTION_PENDING, State.VOIDED)]
    walks.append(rejected_twice(cast))
    executed(walks[3], 1, walks[3].on)
    executed(walks[3], 2, walks[3].on + YEAR)
    found = dict.fromkeys((rule.failure for rule in BY_RULE), 0)
    for days in (3, 16, 20, 33, 34, 64, 65, 110, 400):
        for rule in BY_RULE:
            on = START + timedelta(days=days)
            assert by_sql(rule, on) == by_python(rule, on), (rule.failure, on)
            found[rule.failure] += len(by_sql(rule, on))
    nothing = {failure for failure, number in found.items() if not number}
    assert nothing == {Failure.OBJECTED_AGAIN}, "a rule that finds nothing here is not compared"


@pytest.mark.parametrize(
    ("state", "duty", "failure"),
    [
        (State.REFERRED, Duty.NOTICE_REFERRED_15D, Failure.INFORM_LATE),
        (State.IN_HANDLING, Duty.HANDLE_60D, Failure.CONCLUDE_LATE),
        (State.ISSUED, Duty.SERVICE_3WD, Failure.UNSERVED),
        (State.REEXAMINING, Duty.REEXAM_30D, Failure.REMEDY_LATE),
    ],
)
def test_a_clock_is_late_from_the_day_after_its_day(cast: Cast, state: State, duty: Duty, failure: Failure):
    walk = walk_to(cast, state)
    due_on = clock(walk.case, duty).due_on
    assert due_on
    assert failure not in failures(due_on)
    assert failure in failures(due_on + timedelta(days=1))


def test_what_was_late_stays_late_whatever_is_edited(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    late = clock(walk.case, Duty.NOTICE_REFERRED_15D)
    assert late.due_on
    on = late.due_on + timedelta(days=1)
    assert find_failures(on) == 1
    for edited in ({"due_on": late.due_on + YEAR}, {"met_on": late.starts_on}, {"waived_on": late.starts_on}):
        Clock.objects.filter(pk=late.pk).update(**edited)
        assert find_failures(on) == 0
        finding = Finding.objects.get()
        assert (finding.missed_on, finding.state) == (late.due_on, FindingState.OPEN)
    Case.objects.filter(pk=walk.case.pk).update(state=State.VOIDED)
    assert Finding.objects.count() == 1


def test_half_the_time_without_anything_entered_is_found_and_one_inquiry_is_enough(cast: Cast):
    idle, busy = walk_to(cast, State.IN_HANDLING), walk_to(cast, State.IN_HANDLING)
    submit(busy)
    sixty = clock(idle.case, Duty.HANDLE_60D)
    half = sixty.starts_on + timedelta(days=30)
    assert Failure.IDLE not in failures(half)
    assert Failure.IDLE in failures(half + timedelta(days=1))
    assert Finding.objects.get(failure=Failure.IDLE).case == idle.case


def test_what_is_returned_a_second_time_is_found(cast: Cast):
    walk = walk_to(cast, State.RETURNED)
    walk.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权", later=1)
    walk.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    assert Failure.OBJECTED_AGAIN not in failures(walk.on)
    object_to(walk)
    assert Failure.OBJECTED_AGAIN in failures(walk.on)
    assert Finding.objects.get(failure=Failure.OBJECTED_AGAIN).unit == cast.housing
    rule = next(rule for rule in RULES if rule.failure == Failure.OBJECTED_AGAIN)
    assert by_sql(rule, walk.on) == by_python(rule, walk.on)


def test_what_is_too_long_ago_is_not_dug_up(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    assert find_failures(walk.on + 5 * YEAR) == 0


def test_an_order_made_from_a_finding_takes_its_failure_and_takes_it_up(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    find_failures(walk.on + timedelta(days=40))
    finding = Finding.objects.get()
    given: dict[str, Any] = {"finding": finding, "failure": None}
    order = order_on(walk, **given)
    finding.refresh_from_db()
    assert (order.failure, order.finding, finding.state) == (Failure.IDLE, finding, FindingState.ORDERED)


def test_every_rule_has_an_article_and_a_head():
    assert [rule.failure for rule in RULES] == list(Failure)
    assert all(rule.article.startswith("第") for rule in RULES)
