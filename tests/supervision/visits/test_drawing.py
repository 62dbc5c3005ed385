"""A lot: what is drawn from, by rule; never what is sealed or anonymous; drawn again it gives the same."""

from datetime import timedelta
from typing import Any

import pytest

from cases.models import Case, Clock, Leg
from law.errors import Refused
from law.vocabulary import Duty, State
from supervision.models import FollowUpVisit, LotPool, VisitLot
from supervision.models.visit_words import CallOutcome, VisitRule
from supervision.visits.actions import record_call
from supervision.visits.drawing import drawn
from supervision.visits.lots import draw_again, draw_lot
from tests.cast import START, Cast
from tests.supervision.visits.scenes import answered, assigned, draw, fresh, sealed
from tests.walks import walk_to


def refusal(cast: Cast, **asked: Any) -> str:
    with pytest.raises(Refused) as refused:
        draw_lot(by=fresh(cast.supervisor), **asked)
    return refused.value.code


def test_the_same_seed_draws_the_same_whatever_the_order_and_another_seed_another():
    pool = list(range(1000))
    assert drawn("a", pool, 20) == drawn("a", reversed(pool), 20)
    assert drawn("a", pool, 20) != drawn("b", pool, 20)
    assert drawn("a", pool, 10) == drawn("a", pool, 20)[:10]
    assert drawn("a", [3, 1], 5) == sorted(drawn("a", [3, 1], 5), key=drawn("a", [1, 3], 5).index)


def test_every_key_is_drawn_about_as_often_as_another():
    counts = dict.fromkeys(range(10), 0)
    for seed in range(2000):
        for key in drawn(str(seed), counts, 3):
            counts[key] += 1
    assert min(counts.values()) > 520
    assert max(counts.values()) < 680


def test_a_lot_can_be_drawn_again_and_a_pool_that_was_exchanged_is_found_out(cast: Cast):
    walks = [answered(cast) for _ in range(4)]
    on = max(walk.on for walk in walks)
    visits = draw(cast, on, size=2)
    lot = VisitLot.objects.get()
    assert len(visits) == 2
    assert (lot.fitting, len(lot.pool.legs)) == (4, 4)
    again = draw_again(lot, fresh(cast.supervisor))
    assert (again.stands, again.drawn, again.unseen) == (True, 2, 0)
    pool = LotPool.objects.get(lot=lot)
    LotPool.objects.update(legs=[*pool.legs, 10**6])
    assert not draw_again(lot, fresh(cast.supervisor)).stands
    LotPool.objects.update(legs=pool.legs)
    FollowUpVisit.objects.filter(pk=visits[0].pk).update(
        leg=next(key for key in pool.legs if key not in {v.leg_id for v in visits})
    )
    assert not draw_again(lot, fresh(cast.supervisor)).visits_stand


@pytest.mark.parametrize("what", ["sealed", "anonymous", "historic", "held"])
def test_what_is_never_drawn_is_not_in_the_pool(cast: Cast, what: str):
    walk, other = answered(cast), answered(cast)
    if what == "held":
        Leg.objects.filter(case=walk.case).update(held_accusation=True)
    else:
        Case.objects.filter(pk=walk.case.pk).update(**{what: True})
    assert [visit.case_id for visit in draw(cast, other.on)] == [other.case.pk]


def test_a_case_sealed_after_it_was_drawn_is_out_of_everybodys_sight(cast: Cast):
    walk = answered(cast)
    [visit] = draw(cast, walk.on)
    assert FollowUpVisit.objects.readable_by(cast.supervisor).filter(pk=visit.pk).exists()
    sealed(walk.case)
    for person in (cast.supervisor, cast.coordinator, cast.clerk):
        assert not FollowUpVisit.objects.readable_by(fresh(person)).exists()
    assert draw_again(VisitLot.objects.get(), fresh(cast.supervisor)).unseen == 1


def test_a_case_visited_lately_and_one_whose_petitioner_declined_are_not_drawn_again(cast: Cast):
    walk = answered(cast)
    visit = assigned(cast, walk)
    later, asked = walk.on + timedelta(days=200), {"rule": VisitRule.ANSWERED, "size": 5, "since": START}
    assert refusal(cast, on=walk.on, until=walk.on, **asked) == "pool_empty"
    assert refusal(cast, on=later, until=later, **asked) == "pool_empty"
    record_call(visit, by=cast.clerk, outcome=CallOutcome.DECLINED, on=walk.on)
    assert refusal(cast, on=later, until=later, **asked) == "pool_empty"


def test_after_the_days_that_a_site_has_set_it_may_be_drawn_again(cast: Cast):
    walk = answered(cast)
    FollowUpVisit.objects.filter(pk__in=[each.pk for each in draw(cast, walk.on)]).update(state="finished")
    later = walk.on + timedelta(days=181)
    assert len(draw(cast, later, until=later)) == 1


def test_the_rules_find_what_they_say(cast: Cast):
    late, running, in_time = answered(cast), walk_to(cast, State.IN_HANDLING), answered(cast)
    Clock.objects.filter(leg=late.leg, duty=Duty.HANDLE_60D).update(met_on=START + timedelta(days=90))
    on = max(late.on, in_time.on) + timedelta(days=5)

    def found(rule: VisitRule, **asked: Any) -> set[int]:
        made = {visit.case_id for visit in draw(cast, on, rule=rule, **asked)}
        FollowUpVisit.objects.all().delete()
        return made

    assert found(VisitRule.ANSWERED) == {late.case.pk, in_time.case.pk}
    assert found(VisitRule.ANSWERED_LATE) == {late.case.pk}
    assert found(VisitRule.RUNNING, since=None, until=None) == {running.case.pk}
    on += timedelta(days=80)
    assert found(VisitRule.UNEXECUTED) == {late.case.pk, in_time.case.pk}
    assert found(VisitRule.HALF_TIME) == {running.case.pk}


def test_what_is_missing_is_said(cast: Cast):
    assert refusal(cast, rule=VisitRule.ANSWERED, size=5, on=START) == "period_missing"
    assert refusal(cast, rule=VisitRule.RUNNING, size=0, on=START) == "size_unfit"
    assert refusal(cast, rule=VisitRule.RUNNING, size=5, on=START) == "pool_empty"
    with pytest.raises(Refused, match="不抽取回访"):
        draw_lot(by=cast.clerk, rule=VisitRule.RUNNING, size=5, on=START)
