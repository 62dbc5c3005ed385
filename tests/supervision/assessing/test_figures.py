"""Figures are shares of duties that were owed; they open the rows behind them, and once fixed they stay."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from cases.clocks import NOT_OWED
from cases.models import Case, Clock, Execution
from law.paths import TO_INFORM
from law.vocabulary import Duty, State
from supervision.assessing.figures import Figure, points_of, total_of
from supervision.assessing.formulas import RULES, period_of
from supervision.assessing.making import add_item, draw_up
from supervision.assessing.reading import result_of, rows_behind
from supervision.models import AssessmentFact, Invitation, SampleRow, SupervisionOrder
from supervision.orders.sampling import check_row, draw, sign
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula
from supervision.words.orders import Defect, RowResult, SampleKind
from tests.cast import START, Cast
from tests.supervision.assessing.scenes import DAY, drawn_up, fixed, item_of, result_at, score_at, worked
from tests.supervision.meetings.calling import held
from tests.supervision.orders.ordering import order_on, reply
from tests.supervision.visits.scenes import fresh
from tests.walks import code, walk_to

pytestmark = pytest.mark.django_db


def counted_by_hand(cast: Cast, duties: set[Duty]) -> tuple[int, int]:
    """The same figure clock by clock: what the town owed before the day, and what it met in time."""
    owed = [
        clock
        for clock in Clock.objects.filter(unit=cast.town, due_on__lt=DAY)
        if Duty(clock.duty) in duties and (clock.met_on or not (clock.waived_on or clock.ended_on))
    ]
    return len(owed), sum(bool(clock.met_on and clock.met_on <= clock.due_on) for clock in owed if clock.due_on)


def test_time_and_notices_are_what_counting_clock_by_clock_gives(cast: Cast):
    worked(cast)
    scheme = fixed(cast)
    others = set(Duty) - set(NOT_OWED) - set(TO_INFORM) - {Duty.PROMISE_DUE}
    for formula, duties in ((Formula.CLOCKS_IN_TIME, others), (Formula.NOTICES_IN_TIME, set(TO_INFORM))):
        score = score_at(scheme, cast.town, formula)
        assert (score.owed, score.good) == counted_by_hand(cast, duties), formula
        assert score.points == points_of(score.item.weight, Figure(score.owed or 0, score.good or 0))
    time = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    assert time.good
    assert time.owed == time.good + 1, "one was let run out"


def test_where_nothing_was_owed_there_are_no_points_and_not_nought(cast: Cast):
    worked(cast)
    score = score_at(fixed(cast), cast.other_town, Formula.CLOCKS_IN_TIME)
    assert (score.owed, score.good, score.points) == (0, 0, None)
    total = total_of([score])
    assert (total.earned, total.possible, total.of_hundred) == (Decimal(0), 0, None)
    assert points_of(10, Figure(3, 0)) == 0, "owed and not done is nought"


def test_quality_orders_attendance_and_execution_are_read_from_what_is_recorded(cast: Cast):
    walk = worked(cast)
    order = order_on(walk)
    reply(order, fresh(cast.town_head), order.reply_by + timedelta(days=1))
    held(cast, walk.on, [], [cast.town_head, cast.dispatcher])
    sample = draw(
        by=cast.supervisor, unit=cast.town, kind=SampleKind.QUALITY, since=START, until=DAY, size=2, on=walk.on
    )
    check_row(sample, 1, by=cast.supervisor, result=RowResult.SOUND)
    check_row(sample, 2, by=cast.supervisor, result=RowResult.DEFECTIVE, defects=[Defect.NO_BASIS])
    sign(sample, by=cast.supervisor, on=walk.on)
    first = walk.leg.demands.order_by("number").first()
    given = {"leg": walk.leg, "demand": first, "progress": "修好", "by": cast.town_handler, "on": walk.on}
    Execution.objects.create(done_on=walk.on + timedelta(days=9), **given)
    scheme = fixed(cast)
    wanted = {
        Formula.ORDERS_IN_TIME: (1, 0),
        Formula.ATTENDED: (2, 1),
        Formula.SOUND_ROWS: (2, 1),
        Formula.CARRIED_OUT: (2, 1),
    }
    for formula, figure in wanted.items():
        score = score_at(scheme, cast.town, formula)
        assert (score.owed, score.good) == figure, formula


def test_what_was_late_stays_late_whatever_is_edited_once_it_is_fixed(cast: Cast):
    worked(cast)
    scheme = fixed(cast)
    before = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    Clock.objects.filter(unit=cast.town).update(met_on=START, due_on=DAY)
    Case.objects.update(sealed=False, state=State.VOIDED)
    after = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    assert (after.owed, after.good, after.points) == (before.owed, before.good, before.points)
    assert AssessmentFact.objects.filter(score=after, good=False).count() == 1
    found = rows_behind(result_of(fresh(cast.supervisor), after.result_id, DAY), after, fresh(cast.supervisor), DAY)
    assert [row.good for row in found.rows].count(False) == 1


@pytest.mark.parametrize("formula", list(Formula))
@pytest.mark.parametrize("person", ["supervisor", "town_head"])
def test_every_figure_opens_the_rows_behind_it_and_agrees(cast: Cast, formula: Formula, person: str):
    walk = worked(cast)
    held(cast, walk.on, [], [cast.town_head])
    order_on(walk)
    scheme = drawn_up(cast) if person == "supervisor" else fixed(cast)
    staff = fresh(getattr(cast, person))
    result = result_of(staff, result_at(scheme, cast.town).pk, DAY)
    score = next(each for each in result.scores.all() if each.item.formula == formula)
    found = rows_behind(result, score, staff, DAY)
    assert (len(found.rows) + found.hidden, found.hidden) == (score.owed, 0)
    assert sum(row.good for row in found.rows) == score.good


def test_what_a_reader_may_not_see_is_counted_and_not_shown(cast: Cast):
    walk = worked(cast)
    scheme = fixed(cast)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    staff = fresh(cast.supervisor)
    result = result_of(staff, result_at(scheme, cast.town).pk, DAY)
    score = next(each for each in result.scores.all() if each.item.formula == Formula.CLOCKS_IN_TIME)
    found = rows_behind(result, score, staff, DAY)
    assert found.hidden
    assert len(found.rows) + found.hidden == score.owed
    assert walk.case.number not in {row.number for row in found.rows}


def test_accusations_play_no_part(cast: Cast):
    walk = worked(cast)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    scheme = fixed(cast)
    assert not AssessmentFact.objects.filter(score__result__scheme=scheme, case=walk.case).exists()


def test_no_formula_counts_petitions_repeats_or_settlements(cast: Cast):
    read = {Formula(each): RULES[each].rows(period_of(2026, DAY)).model for each in Formula}
    duties = {"Clock", "SampleRow", "Demand", "SupervisionOrder", "Invitation"}
    assert {model.__name__ for model in read.values()} == duties, "rows of duties, and no others"
    assert {model for model in read.values() if model.__name__ in ("SampleRow", "SupervisionOrder", "Invitation")} == {
        SampleRow,
        SupervisionOrder,
        Invitation,
    }
    # How much comes in changes nothing: twice as many, all in time, give the same points.
    one = walk_to(cast, State.ANSWERED)
    first = score_at(fixed(cast), cast.town, Formula.NOTICES_IN_TIME).points
    for _ in range(3):
        walk_to(cast, State.ANSWERED)
    Case.objects.exclude(pk=one.case.pk).update(matter=one.case.matter)
    again = draw_up(by=fresh(cast.coordinator), title="再算", year=2025, group=AssessedGroup.TOWNS, on=DAY)
    period = period_of(2026, DAY)
    rows = RULES[Formula.NOTICES_IN_TIME].rows(period).filter(of_unit=cast.town.pk)
    kept = Figure(rows.count(), rows.filter(good=True).count())
    assert points_of(item_of(again, Formula.NOTICES_IN_TIME).weight, kept) == first


@pytest.mark.parametrize(
    "title", ["重复信访减少", "信访总量下降", "息诉息访率", "矛盾化解率", "进京零登记", "集体访批次"]
)
def test_people_cannot_score_what_petitioners_do_either(cast: Cast, title: str):
    scheme = drawn_up(cast)
    asked: dict[str, Any] = {"title": title, "duty": AssessedDuty.TIME, "evidence": "台账", "weight": 5}
    assert code(add_item, scheme, by=fresh(cast.supervisor), on=DAY, **asked) == "counts_petitions"


def test_only_what_is_over_is_owed():
    assert period_of(2026, date(2026, 12, 1)).until == date(2026, 11, 30)
    assert period_of(2025, date(2026, 12, 1)).until == date(2025, 12, 31)
