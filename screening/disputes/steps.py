"""The steps of a dispute as both doors take them: which form, which action, which move."""

from typing import Any

from cases.record_steps import Step
from screening.disputes import judging, moves, passing, repeats, turning, working
from screening.disputes import step_forms as forms
from screening.models import Dispute


def _the_row(row: Dispute) -> dict[str, Any]:
    return {"row": row}


STEPS: dict[str, Step] = {
    "work": Step("登记措施", forms.WorkForm, working.work_on, moves.WORK, "已登记措施。", given=_the_row),
    "settle": Step("登记结果", forms.SettleForm, working.settle, moves.SETTLE, "已登记结果，等另一位回访、销账。"),
    "escalate": Step("上报", forms.EscalateForm, passing.escalate, moves.PASS_ON, "已上报，等接收。"),
    "take": Step("接收", forms.TakeForm, passing.take, moves.TAKE, "已接收。"),
    "give-back": Step("退回", forms.GiveBackForm, passing.give_back, moves.GIVE_BACK, "已退回。"),
    "judge": Step("研判", forms.JudgeForm, judging.judge, moves.JUDGE, "已登记研判意见。", given=_the_row),
    "transfer": Step(
        "转有关单位", forms.TransferForm, passing.transfer, moves.HAND_TO, "已转交，等接收。", given=_the_row
    ),
    "turn": Step("转信访", forms.TurnForm, turning.turn_into_case, moves.TURN, "已登记为信访件。"),
    "repeat": Step("标为再次发生", forms.RepeatForm, repeats.mark_repeat, moves.REPEAT, "已标为再次发生。"),
    "visit": Step("回访", forms.VisitForm, working.visit, moves.VISIT, "已登记回访。"),
    "close": Step("销账", forms.CloseForm, working.close, moves.CLOSE, "已销账。", hides=("not_visited",)),
}
