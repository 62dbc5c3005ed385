"""Why a step of an assessment cannot be taken now: each condition once, asked by the frame and said on the page."""

from datetime import date

from django.db.models import QuerySet

from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may, stands_at
from organizations.models import Staff
from organizations.roles import Right
from supervision.assessing.verbs import FIXED, OBJECTED, SCORED
from supervision.models import AssessmentObjection, AssessmentResult, AssessmentScheme, AssessmentScore
from supervision.tasks.second_person import did_before

ARTICLE = "第三十九条第一款"


def assessor(result: AssessmentResult, staff: Staff, right: Act | Right) -> Refused | None:
    """Who assesses at the unit of the scheme, never somebody of the unit that is assessed. Codes: own_unit, not_permitted."""
    if result.unit_id in {unit.pk for unit in stands_at(staff)}:
        return Refused("own_unit", f"您在“{result.unit.name}”任职，由别的单位的人员办理。", ARTICLE)
    if not may(staff, right, at=result.scheme.unit):
        return Refused(
            "not_permitted", f"这是“{result.scheme.unit.name}”的考核。可在“权限一览”查看谁可以办理。", ARTICLE
        )
    return None


def may_score(result: AssessmentResult, staff: Staff, _on: date) -> Refused | None:
    """Codes: own_unit, not_permitted, nothing_to_score."""
    if refused := assessor(result, staff, Right.ASSESS):
        return refused
    if result.scheme.items.filter(formula="").exists():
        return None
    return Refused("nothing_to_score", "没有人工评分的内容；按算式的由系统计算。", ARTICLE)


def may_answer(result: AssessmentResult, staff: Staff, _on: date) -> Refused | None:
    """Somebody else than who scored, who fixed the figures and who objected decides. Codes: own_unit, not_permitted, same_person."""
    if refused := assessor(result, staff, Right.DECIDE_ASSESSMENT):
        return refused
    items = list(waiting(result).values_list("score__item", flat=True))
    if items and all(had_a_part(result, item, staff) for item in items):
        return Refused("same_person", "评分、定稿、提出异议的人不能核定异议，请由另一位有权的人办理。", ARTICLE)
    return None


def had_a_part(result: AssessmentResult, item: int, staff: Staff) -> bool:
    """Tell whether a person ever scored an item, objected to it or fixed the figures, or lent his hand or name to it."""
    return did_before(result, staff, SCORED, OBJECTED, item=item) or did_before(result.scheme, staff, FIXED)


def may_commend(result: AssessmentResult, staff: Staff, _on: date) -> Refused | None:
    """Codes: own_unit, not_permitted, commended."""
    if refused := assessor(result, staff, Right.DECIDE_ASSESSMENT):
        return refused
    return Refused("commended", "已经登记表扬。", ARTICLE) if result.commended_on else None


def may_object(result: AssessmentResult, _staff: Staff, on: date) -> Refused | None:
    """Until the day that was named when the figures were fixed. Codes: objections_over."""
    until = result.scheme.objections_until
    if until and on > until:
        return Refused("objections_over", f"提出异议到{until}为止。", ARTICLE)
    return None


def may_fix(scheme: AssessmentScheme, _staff: Staff, _on: date) -> Refused | None:
    """Codes: items_missing, scores_missing."""
    if not scheme.items.exists():
        return Refused("items_missing", "还没有考核内容。", ARTICLE)
    scores = AssessmentScore.objects.filter(result__scheme=scheme, item__formula="", scored_by=None)
    if left := scores.count():
        return Refused("scores_missing", f"还有{left}项没有人工评分；不适用的也请写明。", ARTICLE)
    return None


def may_publish(scheme: AssessmentScheme, staff: Staff, on: date) -> Refused | None:
    """Another than who fixed it, once the time for objections is over and all are answered.

    Codes: same_person, objections_run, objections_open.
    """
    if did_before(scheme, staff, FIXED):
        return Refused("same_person", "定稿的人不能自己公布，请由另一位有权的人公布。", ARTICLE)
    if scheme.objections_until and on <= scheme.objections_until:
        return Refused("objections_run", f"征求意见到{scheme.objections_until}为止，期满才能公布。", ARTICLE)
    left = AssessmentObjection.objects.filter(score__result__scheme=scheme, answered_on=None).count()
    return Refused("objections_open", f"还有{left}条异议没有核定。", ARTICLE) if left else None


def waiting(result: AssessmentResult) -> QuerySet[AssessmentObjection]:
    """Return the objections of a result that nobody has decided yet."""
    return AssessmentObjection.objects.filter(score__result=result, answered_on=None)
