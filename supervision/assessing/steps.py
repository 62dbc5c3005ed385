"""The steps of a scheme and of a unit's result: which form, which action, which move, which items it may name."""

from typing import Any

from cases.record_steps import Step
from supervision.assessing import deciding, forms, making, moves
from supervision.models import AssessmentItem, AssessmentResult, AssessmentScheme


def _items(scheme: AssessmentScheme) -> dict[str, Any]:
    return {"items": scheme.items.all()}


def _by_hand(result: AssessmentResult) -> dict[str, Any]:
    return {"items": result.scheme.items.filter(formula="")}


def _not_objected(result: AssessmentResult) -> dict[str, Any]:
    said = result.scores.filter(objections__isnull=False).values("item")
    return {"items": result.scheme.items.exclude(pk__in=said)}


def _objected(result: AssessmentResult) -> dict[str, Any]:
    open_ones = result.scores.filter(objections__answered_on=None, objections__isnull=False).values("item")
    return {"items": AssessmentItem.objects.filter(pk__in=open_ones)}


SCHEME_STEPS: dict[str, Step] = {
    "fix": Step("定稿征求意见", forms.FixForm, deciding.fix, moves.FIX, "已定稿，各单位可以查看、提出异议。"),
    "publish": Step("公布结果", forms.PublishForm, deciding.publish, moves.PUBLISH, "已公布。"),
    "add-item": Step("增加考核内容", forms.AddItemForm, making.add_item, moves.ADD_ITEM, "已增加。"),
    "change-item": Step(
        "调整分值", forms.ChangeItemForm, making.change_item, moves.CHANGE_ITEM, "已调整分值。", given=_items
    ),
    "drop-item": Step("删去考核内容", forms.DropItemForm, making.drop_item, moves.DROP_ITEM, "已删去。", given=_items),
}
RESULT_STEPS: dict[str, Step] = {
    "score": Step(
        "人工评分",
        forms.ScoreForm,
        making.score,
        moves.SCORE,
        "已评分。",
        hides=("nothing_to_score", "own_unit"),
        given=_by_hand,
    ),
    "object": Step(
        "提出异议", forms.ObjectForm, deciding.object_to, moves.OBJECT, "已提出，等待核定。", given=_not_objected
    ),
    "answer": Step(
        "核定异议", forms.AnswerForm, deciding.answer, moves.ANSWER, "已核定。", hides=("own_unit",), given=_objected
    ),
    "commend": Step(
        "登记表扬", forms.CommendForm, deciding.commend, moves.COMMEND, "已登记表扬。", hides=("own_unit", "commended")
    ),
}
