"""Drawing up an assessment: its units, its items and their points, what people score."""

from decimal import Decimal

import pytest

from organizations.models import RecordFile
from supervision.assessing import deciding, making
from supervision.assessing.figures import total_of
from supervision.assessing.reading import result_of, results_of
from supervision.assessing.settings import WEIGHTS
from supervision.models import AssessmentFact
from supervision.words.assessing import AssessedGroup, Formula
from tests.cases.uploads import a_scan
from tests.cast import Cast
from tests.supervision.assessing.scenes import DAY, TRAINING, by_hand, drawn_up, item_of, result_at, score_at, worked
from tests.supervision.visits.scenes import fresh
from tests.walks import code

pytestmark = pytest.mark.django_db


def test_it_is_drawn_up_with_the_points_that_are_set_and_seen_before_anything_is_fixed(cast: Cast):
    worked(cast)
    scheme = drawn_up(cast)
    assert {item.formula: item.weight for item in scheme.items.all()} == {
        formula: known.default for formula, known in WEIGHTS.items()
    }
    assert [result.unit for result in scheme.results.order_by("unit__path")] == [cast.town, cast.other_town]
    [town, other] = results_of(scheme, fresh(cast.supervisor), DAY)
    assert total_of(town.scores.all()).possible
    assert total_of(other.scores.all()).possible == 0
    assert not AssessmentFact.objects.exists()
    assert score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME).owed is None, "nothing of it is kept"
    assert code(drawn_up, cast) == "assessment_twice"
    assert code(drawn_up, cast, year=2027) == "year_unfit"
    assert code(drawn_up, cast, title="信访量考核", year=2025) == "counts_petitions"
    assert code(drawn_up, cast, by=fresh(cast.town_head), year=2025) == "not_permitted"


def test_a_town_assesses_its_own_villages_and_nobody_himself(cast: Cast):
    scheme = drawn_up(cast, by=fresh(cast.dispatcher), group=AssessedGroup.VILLAGES)
    assert {result.unit for result in scheme.results.all()} == {cast.village, cast.next_village}
    assert code(drawn_up, cast, by=fresh(cast.dispatcher), group=AssessedGroup.TOWNS) == "units_missing"
    departments = drawn_up(cast, group=AssessedGroup.DEPARTMENTS)
    assert {result.unit for result in departments.results.all()} == {cast.housing, cast.farming}
    assert code(deciding.fix, departments, by=fresh(cast.dispatcher), on=DAY) == "not_found"


def test_items_are_changed_while_it_is_a_draft(cast: Cast):
    scheme, by = drawn_up(cast), fresh(cast.supervisor)
    assert code(making.add_item, scheme, by=by, weight=3, formula=Formula.ATTENDED, on=DAY) == "formula_twice"
    assert code(making.add_item, scheme, by=by, weight=3, title="培训", on=DAY) == "item_unfit"
    item = by_hand(cast, scheme)
    assert code(making.change_item, scheme, by=by, item=item, weight=3, on=DAY) == "scored_already"
    making.change_item(scheme, by=by, item=item, weight=6, on=DAY)
    making.drop_item(scheme, by=by, item=item_of(scheme, Formula.ATTENDED), on=DAY)
    assert sorted(scheme.items.values_list("formula", flat=True)) == sorted(
        ["", *(formula for formula in Formula if formula != Formula.ATTENDED)]
    )


def test_what_people_score_needs_a_ground_and_stays_within_its_points(cast: Cast):
    scheme, by = drawn_up(cast), fresh(cast.coordinator)
    making.add_item(scheme, by=by, on=DAY, **TRAINING)
    item, result = scheme.items.get(formula=""), result_at(scheme, cast.town)
    said = {"by": by, "item": item, "saw": "签到表", "on": DAY}
    assert code(making.score, result, points=Decimal(5), **said) == "points_unfit"
    assert code(making.score, result, points=Decimal(1), **{**said, "by": fresh(cast.town_head)}) == "not_found"
    assert code(deciding.fix, scheme, by=by, on=DAY) == "scores_missing"
    making.score(result, points=None, **{**said, "saw": "当年没有培训任务，不适用"})
    making.score(result_at(scheme, cast.other_town), points=Decimal(2), uploads=[a_scan()], **said)
    deciding.fix(scheme, by=by, on=DAY)
    shown = RecordFile.objects.readable_by(fresh(cast.other_dispatcher)).filter(kind="supervision.assessmentresult")
    assert shown.count() == 1, "the unit reads the evidence of its own score"
    assert not RecordFile.objects.readable_by(fresh(cast.town_head)).exists()
    town = result_of(fresh(cast.supervisor), result.pk, DAY)
    assert total_of([score for score in town.scores.all() if score.item == item]).possible == 0
