"""The steps of visits and of feedback, and the records that they are taken on."""

from typing import Any

from cases.record_steps import Step
from organizations.models import Staff
from organizations.recording import record_not_found
from supervision.models import FollowUpVisit, VisitFeedback
from supervision.visits import actions, forms
from supervision.visits import visit_moves as moves


def _the_visit(visit: FollowUpVisit) -> dict[str, Any]:
    return {"visit": visit}


VISIT_STEPS: dict[str, Step] = {
    "assign": Step(
        "指派回访人",
        forms.AssignForm,
        actions.assign_visit,
        moves.ASSIGN,
        "已指派，回访人会收到提醒。",
        given=_the_visit,
    ),
    "call": Step("登记联系", forms.CallForm, actions.record_call, moves.CALL, "已登记联系情况。"),
    "result": Step("登记回访", forms.ResultForm, actions.record_visit, moves.RESULT, "已登记回访。"),
    "feed-back": Step("反馈责任单位", forms.FeedBackForm, actions.feed_back, moves.FEED_BACK, "已反馈责任单位。"),
    "finish": Step("无需反馈", forms.FinishForm, actions.finish_visit, moves.FINISH, "已记为无需反馈。"),
    "decide": Step(
        "决定是否重新办理",
        forms.DecideForm,
        actions.decide_reopening,
        moves.DECIDE,
        "已登记决定。",
        hides=("nothing_proposed",),
    ),
    "drop": Step("不再回访", forms.DropForm, actions.drop_visit, moves.DROP, "已记为不再回访。"),
}
FEEDBACK_STEPS: dict[str, Step] = {
    "reply": Step("回复改进情况", forms.ReplyForm, actions.reply_feedback, moves.REPLY, "已回复。"),
    "check": Step("核对回复", forms.CheckForm, actions.check_feedback, moves.CHECK, "已登记核对。"),
}


def visit_of(staff: Staff, key: int) -> FollowUpVisit:
    """Return a visit that a person may read. Raises Refused not_found."""
    rows = FollowUpVisit.objects.readable_by(staff).select_related(
        "case", "leg__unit", "leg__handler", "lot__drawn_by", "lot__unit", "assignee__unit", "visited_by", "unit"
    )
    found = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def feedback_of(staff: Staff, key: int) -> VisitFeedback:
    """Return a piece of feedback that a person may read. Raises Refused not_found."""
    rows = VisitFeedback.objects.readable_by(staff).select_related(
        "case", "leg__unit", "leg__handler", "unit", "replied_by", "visit__unit"
    )
    found = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
