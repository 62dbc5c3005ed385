"""Grounds are proven, a second person approves before the letter goes, a later proof undoes it (Art. 19, 36; decision 0051)."""

from datetime import timedelta
from typing import Any

import pytest

from cases.actions.same_matter import Pending
from cases.models import Case, Matter
from cases.presenting.exits import reviews_said
from cases.reading.read import read_case
from cases.sight.keeping import keep_reach
from law.vocabulary import Act, Duty, Letter, ServiceMethod, State
from tests.cases.exits import NA, NLA, approve, fresh, own_leg
from tests.cases.refusals import refused, refused_on_leg
from tests.cases.uploads import a_scan
from tests.cast import Cast, register
from tests.walks import Walk, clock, code, commission, walk_to

DECLINED: dict[str, Any] = {"demands": [1, 2], **NA}
SAME: dict[str, Any] = {
    "demands": [1, 2],
    "ground": "NA_PENDING_SAME",
    "reason": "青石镇人民政府正在办理。",
    "where": "青石镇人民政府",
}


def pending(**said: Any) -> dict[str, Any]:
    return {**SAME, "pending": Pending(**said)}


def handled_below(cast: Cast) -> tuple[Walk, Walk]:
    """A case that the town handles, and the same petitioner coming to the office above it."""
    below = walk_to(cast, State.IN_HANDLING)
    above = fresh(cast, on=below.on, received_on=below.on)
    above.on = below.on
    return below, above


# NA_PENDING_SAME (Art. 19, para 3)
def test_a_superior_names_the_case_that_is_pending_below_and_its_last_day(cast: Cast):
    below, above = handled_below(cast)
    above.act(Act.DECLINE, cast.router, **pending(number=below.case.number))
    approve(above)
    last = clock(below.case, Duty.HANDLE_60D).due_on
    assert last
    letter = above.leg.documents.get(kind=Letter.NON_ACCEPTANCE_NOTICE)
    for part in (below.case.number, cast.town.name, f"{last.year}年{last.month}月{last.day}日", "第十九条第三款"):
        assert part in letter.content


def test_a_matter_that_is_pending_nowhere_below_is_no_ground(cast: Cast):
    _, above = handled_below(cast)
    assert code(above.act, Act.DECLINE, cast.router, **SAME) == "ground_unproven"
    assert code(above.act, Act.DECLINE, cast.router, **pending(number="没有的编号")) == "case_unknown"
    other = register(cast, parties=[], anonymous=True)
    assert code(above.act, Act.DECLINE, cast.router, **pending(number=other.number)) == "not_same_matter"
    again = fresh(cast, on=above.on, received_on=above.on)
    assert code(above.act, Act.DECLINE, cast.router, **pending(number=again.case.number)) == "not_superior"
    assert Case.objects.get(pk=above.case.pk).state == State.REGISTERED


def test_a_unit_beside_the_one_that_has_it_is_no_superior(cast: Cast):
    below = walk_to(cast, State.IN_HANDLING)
    beside = fresh(cast, on=below.on, received_on=below.on)
    beside.on = below.on
    beside.act(Act.REFER, cast.router, unit=cast.housing, demands=[1, 2], reason="职权")
    beside.go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    below.case.involvements.create(unit=cast.housing, district_id=below.case.district_id)
    keep_reach([below.case.pk])
    given = {key: value for key, value in pending(number=below.case.number).items() if key != "demands"}
    assert code(beside.on_leg, Act.NOT_ACCEPT, cast.housing_handler, **given) == "not_superior"


def test_once_its_time_is_over_the_superior_takes_it_up(cast: Cast):
    below, above = handled_below(cast)
    last = clock(below.case, Duty.HANDLE_60D).due_on
    assert last
    above.act(Act.DECLINE, cast.router, **pending(number=below.case.number))
    own_leg(above)
    late = (last - above.on).days + 1
    assert refused_on_leg(above, Act.APPROVE_EXIT, cast.coordinator, later=late).code == "pending_lapsed"
    again = fresh(cast, on=above.on, received_on=above.on)
    again.on = above.on
    said = refused(again.act, Act.DECLINE, cast.router, **pending(number=below.case.number))
    assert (said.code, said.article) == ("pending_lapsed", "第十九条第三款")


def test_what_is_pending_outside_is_proven_by_a_paper(cast: Cast):
    walk = fresh(cast)
    outside = {"number": "云市信〔2026〕9号", "unit": "云市人民政府", "until": walk.on + timedelta(days=30)}
    assert code(walk.act, Act.DECLINE, cast.router, **pending(**outside)) == "ground_unproven"
    walk.act(Act.DECLINE, cast.router, **pending(**outside, papers=[a_scan()]))
    left = own_leg(walk).leg.exit
    assert (left.earlier, left.held_by, left.held_until) == tuple(outside.values())
    assert walk.case.attachments.filter(leg=walk.leg).count() == 1


# NLA_AFTER_REVIEW (Art. 36, para 3)
def test_the_facts_and_reasons_of_the_review_are_read_beside_the_new_ones(cast: Cast):
    first = walk_to(cast, State.REVIEW_DECIDED)
    again = fresh(cast)
    Case.objects.filter(pk__in=(first.case.pk, again.case.pk)).update(
        matter=Matter.objects.create(district_id=first.case.district_id)
    )
    file = read_case(again.case.pk, by=cast.bureau_head, on=first.on)
    now, before = reviews_said(file, None, cast.bureau_head)
    review = first.leg.remedies.last()
    assert "修好村口的路" in now["text"]
    for part in (review.request, review.facts, review.opinion):
        assert part in before["text"]


# The second person
def test_no_letter_goes_and_no_clock_stops_before_another_approves(cast: Cast):
    walk = walk_to(cast, State.REFERRED, first=commission)
    running = set(walk.case.clocks.filter(met_on=None, ended_on=None).values_list("duty", flat=True)) - {Duty.OPEN_1WD}
    walk.on_leg(Act.NOT_ACCEPT, cast.town_head, **NA)
    assert set(walk.case.clocks.filter(met_on=None, ended_on=None).values_list("duty", flat=True)) == running
    assert refused_on_leg(walk, Act.NOTIFY, cast.town_head, method=ServiceMethod.POST).code == "wrong_state"
    assert refused_on_leg(walk, Act.APPROVE_EXIT, cast.town_head).code == "own_request"
    assert refused_on_leg(walk, Act.APPROVE_EXIT, cast.town_handler).code == "not_permitted"


def test_what_is_not_approved_goes_on_where_it_was(cast: Cast):
    walk = walk_to(cast, State.REFERRED, first=commission)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_handler, **NA)
    walk.on_leg(Act.REFUSE_EXIT, cast.town_head, reason="并未起诉")
    assert (walk.leg.state, walk.leg.documents.filter(kind=Letter.NON_ACCEPTANCE_NOTICE).count()) == ("commissioned", 0)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_handler, **NA)
    assert walk.leg.exit.approved is None


def test_what_the_desk_decided_and_nobody_approved_waits_for_dispatch_again(cast: Cast):
    walk = fresh(cast)
    start = clock(walk.case, Duty.DISPATCH_15D).starts_on
    walk.act(Act.DECLINE, cast.router, **{**DECLINED, "demands": [1]})
    own_leg(walk)
    walk.act(Act.REFER, cast.router, later=1, unit=cast.town, demands=[2], reason="职权")
    assert clock(walk.case, Duty.DISPATCH_15D).running  # the first is not decided yet
    walk.on_leg(Act.REFUSE_EXIT, cast.bureau_head, later=1, reason="属于本区职权")
    assert (walk.case.state, walk.case.demands.get(number=1).leg) == (State.REGISTERED, None)
    assert (clock(walk.case, Duty.DISPATCH_15D).running, clock(walk.case, Duty.DISPATCH_15D).starts_on) == (True, start)


def test_one_demand_of_a_leg_is_turned_away_and_the_other_goes_on(cast: Cast):
    walk = walk_to(cast, State.REFERRED)
    walk.on_leg(Act.NOT_ACCEPT, cast.town_handler, demands=[2], **NA)
    apart = walk.case.demands.get(number=2).leg
    assert apart
    assert (apart.state, walk.leg.state) == (State.EXIT_PENDING, State.REFERRED)
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.leg = apart
    walk.on_leg(Act.APPROVE_EXIT, cast.town_head)
    assert walk.leg.state == State.NOT_ACCEPTED
    assert walk.leg.clocks.get(duty=Duty.NOTICE_REFERRED_15D).running


# A later proof
@pytest.mark.parametrize("closed", [False, True])
def test_a_ground_proven_wrong_gives_the_unit_its_leg_back_with_the_old_starts(cast: Cast, closed: bool):
    walk = walk_to(cast, State.REFERRED)
    before = {each.duty: (each.starts_on, each.due_on) for each in walk.leg.clocks.all()}
    walk.on_leg(Act.NOT_ACCEPT, cast.town_handler, **NA)
    walk.on_leg(Act.APPROVE_EXIT, cast.town_head)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.POST)
    if closed:
        walk.on_leg(Act.CLOSE, cast.town_head)
    assert refused_on_leg(walk, Act.REOPEN_EXIT, cast.town_handler, reason="x").code == "not_permitted"
    walk.on_leg(Act.REOPEN_EXIT, cast.coordinator, later=30, reason="法院证明没有立案")
    assert walk.leg.state == State.REFERRED
    for duty in (Duty.NOTICE_REFERRED_15D, Duty.OBJECTION_5WD):
        found = clock(walk.case, duty)
        assert (found.running, found.starts_on, found.due_on) == (True, *before[duty])
    walk.on_leg(Act.ACCEPT, cast.town_head)
    walk.on_leg(Act.NOTIFY, cast.town_head, method=ServiceMethod.POST)
    assert clock(walk.case, Duty.NOTICE_REFERRED_15D).met_on == walk.on


def test_a_ground_of_the_desk_proven_wrong_frees_its_demands_with_the_old_dispatch(cast: Cast):
    walk = fresh(cast)
    start = clock(walk.case, Duty.DISPATCH_15D).starts_on
    walk.act(Act.NO_LONGER_ACCEPT, cast.router, **NLA)
    approve(walk)
    assert clock(walk.case, Duty.DISPATCH_15D).ended_by == Act.APPROVE_EXIT
    walk.on_leg(Act.REOPEN_EXIT, cast.bureau_head, later=20, reason="市政府没有作出过复核意见")
    found = clock(walk.case, Duty.DISPATCH_15D)
    assert (walk.case.state, found.running, found.starts_on) == (State.REGISTERED, True, start)
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1, 2], reason="职权")
    assert walk.case.state == State.REFERRED
