"""From the draft to publication: previewed, fixed, objected to, decided by a second person, published, commended."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from organizations.models import RecordNotice, Staff
from organizations.roles import Role
from supervision.assessing import deciding, making
from supervision.assessing.figures import total_of
from supervision.assessing.reading import to_answer, to_look_at
from supervision.assessing.settings import OBJECTION_DAYS
from supervision.assessing.sheets import CADRES, REVIEW, SHEETS, TARGETS
from supervision.assessing.steps import RESULT_STEPS, SCHEME_STEPS
from supervision.models import AssessmentObjection, AssessmentResult, AssessmentScheme
from supervision.words.assessing import AssessedDuty, AssessedGroup, Formula, PublishedTo, ResultState, SchemeState
from tests.cast import Cast
from tests.supervision.assessing.scenes import (
    DAY,
    TRAINING,
    after,
    by_hand,
    drawn_up,
    fixed,
    item_of,
    result_at,
    score_at,
    second,
    worked,
)
from tests.supervision.visits.scenes import fresh
from tests.walks import code

pytestmark = pytest.mark.django_db
SAID: dict[str, Any] = {"upheld": True, "said": "核对了送达回证", "points": Decimal("4.00")}


def objected(cast: Cast, scheme: AssessmentScheme, item: Any) -> AssessmentResult:
    """The town's head objects to one score."""
    result = result_at(scheme, cast.town)
    return deciding.object_to(result, by=fresh(cast.town_head), item=item, text="通知已经按时寄出", on=DAY)


def published(cast: Cast, to: PublishedTo = PublishedTo.OWN) -> AssessmentScheme:
    scheme = fixed(cast)
    return deciding.publish(scheme, by=second(cast), published_to=to, on=after(scheme))


def test_the_units_learn_of_it_once_it_is_fixed_and_only_of_their_own(cast: Cast):
    scheme = drawn_up(cast)
    by_hand(cast, scheme)
    head = fresh(cast.town_head)
    assert not AssessmentResult.objects.readable_by(head).exists()
    deciding.fix(scheme, by=fresh(cast.supervisor), on=DAY)
    assert [result.unit for result in AssessmentResult.objects.readable_by(head)] == [cast.town]
    assert RecordNotice.objects.filter(staff=head, url=scheme.get_absolute_url()).exists()
    assert list(to_look_at(head, DAY)) == [result_at(scheme, cast.town)]
    assert not AssessmentResult.objects.readable_by(fresh(cast.housing_head)).exists()
    assert not AssessmentScheme.objects.readable_by(fresh(cast.stranger)).exists()


@pytest.mark.parametrize(("to", "seen"), [(PublishedTo.OWN, 1), (PublishedTo.ALL, 2)])
def test_it_is_published_in_the_circle_that_was_chosen(cast: Cast, to: PublishedTo, seen: int):
    published(cast, to)
    assert AssessmentResult.objects.readable_by(fresh(cast.town_head)).count() == seen
    assert not AssessmentResult.objects.readable_by(fresh(cast.farming_head)).exists()


def test_who_scored_fixed_or_objected_does_not_decide(cast: Cast):
    scheme = fixed(cast)
    by_person, by_formula = scheme.items.get(formula=""), item_of(scheme, Formula.CLOCKS_IN_TIME)
    result = objected(cast, scheme, by_person)
    assert (
        code(deciding.object_to, result, by=fresh(cast.town_head), item=by_person, text="再说", on=DAY)
        == "objected_already"
    )
    objected(cast, scheme, by_formula)
    fixer = cast.grant(cast.supervisor, cast.bureau, Role.COORDINATOR)
    own = cast.grant(cast.town_head, cast.bureau, Role.COORDINATOR)
    for item, person in ((by_person, cast.coordinator), (by_person, fixer), (by_formula, fixer)):
        assert code(deciding.answer, result, by=fresh(person), item=item, on=DAY, **SAID) == "same_person"
    assert code(deciding.answer, result, by=fresh(own), item=by_formula, on=DAY, **SAID) == "own_unit"
    # Who scored one item may decide about another that nobody scored.
    deciding.answer(result, by=fresh(cast.coordinator), item=by_formula, on=DAY, **SAID)
    assert code(deciding.answer, result, by=fresh(cast.coordinator), item=by_person, on=DAY, **SAID) == "same_person"
    deciding.answer(result, by=second(cast), item=by_person, upheld=False, said="签到表缺两人", on=DAY)
    result.refresh_from_db()
    assert result.state == ResultState.OPEN
    score = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    assert (score.settled, score.final) == (Decimal("4.00"), Decimal("4.00"))


def test_an_earlier_scorer_does_not_decide_either_and_the_database_knows(cast: Cast):
    scheme = drawn_up(cast)
    item = by_hand(cast, scheme)
    again: dict[str, Any] = {"item": item, "saw": "又看了一遍", "points": Decimal(3), "on": DAY}
    making.score(result_at(scheme, cast.town), by=fresh(cast.supervisor), **again)
    deciding.fix(scheme, by=fresh(cast.supervisor), on=DAY)
    result = objected(cast, AssessmentScheme.objects.get(pk=scheme.pk), item)
    assert code(deciding.answer, result, by=fresh(cast.coordinator), item=item, on=DAY, **SAID) == "same_person"
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentObjection.objects.update(answered_by=cast.town_head)


def test_an_answer_says_what_counts(cast: Cast):
    scheme = fixed(cast)
    item = item_of(scheme, Formula.ORDERS_IN_TIME)
    result, by = objected(cast, scheme, item), second(cast)
    assert list(to_answer(by, DAY)) == [result]
    assert not to_answer(fresh(cast.supervisor), DAY).exists()
    for wrong in ({**SAID, "points": None}, {**SAID, "upheld": False}):
        assert code(deciding.answer, result, by=by, item=item, on=DAY, **wrong) == "points_missing"
    unfit = {**SAID, "points": Decimal(99)}
    assert code(deciding.answer, result, by=by, item=item, on=DAY, **unfit) == "points_unfit"


def test_publication_waits_and_is_another_persons(cast: Cast):
    scheme = fixed(cast)
    result = objected(cast, scheme, item_of(scheme, Formula.ATTENDED))
    said = {"published_to": PublishedTo.OWN}
    over = after(scheme)
    assert (over - DAY).days == OBJECTION_DAYS.default + 1
    assert code(deciding.publish, scheme, by=second(cast), on=scheme.objections_until, **said) == "objections_run"
    assert code(deciding.publish, scheme, by=second(cast), on=over, **said) == "objections_open"
    both = cast.grant(cast.supervisor, cast.bureau, Role.COORDINATOR)
    assert code(deciding.publish, scheme, by=fresh(both), on=over, **said) == "same_person"
    deciding.answer(result, by=second(cast), item=item_of(scheme, Formula.ATTENDED), upheld=False, said="属实", on=over)
    other = result_at(scheme, cast.other_town)
    late = {"item": item_of(scheme, Formula.ATTENDED), "text": "晚了", "on": over}
    assert code(deciding.object_to, other, by=fresh(cast.other_dispatcher), **late) == "objections_over"
    deciding.publish(scheme, by=second(cast), on=over, **said)
    scheme.refresh_from_db()
    assert scheme.state == SchemeState.PUBLISHED


def test_after_publication_nothing_of_the_result_changes(cast: Cast):
    scheme = published(cast)
    result = result_at(scheme, cast.town)
    item = scheme.items.get(formula="")
    given: dict[str, Any] = {
        "fix": {},
        "publish": {"published_to": PublishedTo.ALL},
        "add-item": TRAINING,
        "change-item": {"item": item, "weight": 9},
        "drop-item": {"item": item},
        "score": {"item": item, "points": Decimal(1), "saw": "x"},
        "object": {"item": item, "text": "x"},
        "answer": {"item": item, **SAID},
    }
    everything = cast.hire(
        "兼任", cast.bureau, *(role for role in Role if role not in (Role.INFORMANT, Role.DISPATCHER))
    )
    for steps, record in ((SCHEME_STEPS, scheme), (RESULT_STEPS, result)):
        for name, step in steps.items():
            if name == "commend":
                continue
            by: Staff = fresh(cast.town_head if name == "object" else everything)
            assert code(step.action, record, by=by, on=after(scheme), **given[name]) == "wrong_state", name


def test_the_database_refuses_it_too(cast: Cast):
    worked(cast)
    scheme = published(cast)
    score = score_at(scheme, cast.town, Formula.CLOCKS_IN_TIME)
    for change in (lambda: score.facts.update(good=True), score.save):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_unit_is_commended_for_its_duties_once(cast: Cast):
    scheme = published(cast)
    result, by = result_at(scheme, cast.town), second(cast)
    said = {"by": by, "number": "云信联发〔2026〕9号", "on": after(scheme)}
    assert code(deciding.commend, result, reason="全年零信访", **said) == "counts_petitions"
    deciding.commend(result, reason="告知、答复全部按时", **said)
    assert code(deciding.commend, result, reason="告知按时", **said) == "commended"
    assert code(deciding.commend, result, reason="按时", **{**said, "by": fresh(cast.town_head)}) == "own_unit"


def test_one_result_three_sheets(cast: Cast):
    worked(cast)
    scheme = fixed(cast)
    staff = fresh(cast.supervisor)
    assert not any(ledger.rows(staff, {}) for ledger in SHEETS), "what is not published is on no sheet"
    deciding.publish(scheme, by=second(cast), published_to=PublishedTo.OWN, on=after(scheme))
    town, other = TARGETS.rows(staff, {"year": 2026, "group": AssessedGroup.TOWNS}).order_by("unit__path")
    total = total_of(town.scores.all())
    lines = {
        ledger.code: dict(zip([c.label for c in ledger.columns], ledger.cells(1, town)[1:], strict=True))
        for ledger in SHEETS
    }
    for code_of in (TARGETS.code, CADRES.code):
        assert (lines[code_of]["得分"], lines[code_of]["可得分"]) == (total.earned, total.possible)
    notices = score_at(scheme, cast.town, Formula.NOTICES_IN_TIME)
    assert lines[TARGETS.code]["告知（得分/可得分）"] == f"{notices.points}/{notices.item.weight}"
    assert lines[REVIEW.code]["告知（按要求/应办）"] == f"按时告知率 {notices.good}/{notices.owed}"
    assert lines[CADRES.code]["没有按要求办理的"] == "期限按时完成率：1件未按要求；处理意见按时执行率：2件未按要求"
    assert [column.label for column in REVIEW.columns if column.by_hand] == ["好", "较好", "一般", "差", "意见和建议"]
    assert (
        dict(zip([c.label for c in TARGETS.columns], TARGETS.cells(2, other)[1:], strict=True))["时限（得分/可得分）"]
        == ""
    )
    assert not any("名次" in column.label or "排名" in column.label for ledger in SHEETS for column in ledger.columns)


def test_only_the_five_duties_exist():
    assert [duty.label for duty in AssessedDuty] == ["时限", "告知", "质量", "执行", "参会"]
