"""Forms of the hall: windows, numbers, their steps."""

from typing import Any, cast

from django import forms

from cases.forms.base import line
from cases.record_steps import RecordForm, Step
from reception.hall import actions, moves
from reception.models import HallWindow, WindowKind, WindowState


def kind_field(label: str) -> forms.ChoiceField:
    """Which kind of window; nothing is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=[("", "请选择"), *WindowKind.choices()])


class WindowForm(RecordForm):
    """设置窗口."""

    hint = "设置一次；每天由坐窗口的同志开窗、关窗。"
    name = line("窗口", most=30, help_text="例如：1号窗口。")
    kind = kind_field("种类")


class TakeForm(RecordForm):
    """取号."""

    kind = kind_field("办什么")
    people = forms.IntegerField(label="几个人一起来", min_value=1, max_value=actions.MOST_PEOPLE)
    first = forms.BooleanField(label="优先", required=False, help_text="老弱病残孕幼的，先叫；不记原因。")


class OpenForm(RecordForm):
    """开窗."""

    hint = "由您坐这个窗口。"


class CloseForm(RecordForm):
    """关窗."""


class NextForm(RecordForm):
    """呼叫下一号."""

    hint = "先叫优先的号，再叫等得最久的。"


class CallForm(RecordForm):
    """呼叫这一号."""

    window = forms.ModelChoiceField(HallWindow.objects.none(), label="到哪个窗口")

    def prepare(self) -> None:
        """Offer the windows that are open where a person registers."""
        rows = HallWindow.objects.readable_by(self.by).filter(state=WindowState.OPEN).order_by("name")
        cast(Any, self.fields["window"]).queryset = rows


class ServeForm(RecordForm):
    """开始接待."""


class HoldForm(RecordForm):
    """暂缓."""

    hint = "人不在、要去取材料的先暂缓，回来以后恢复等候或者直接呼叫，次序不变。"


class ResumeForm(RecordForm):
    """恢复等候."""


class FinishForm(RecordForm):
    """接待完毕."""

    hint = "来访、咨询另行登记；这里只结束排队号。"


class LeaveForm(RecordForm):
    """已离开."""

    hint = "多次呼叫没有人应答的。"


WINDOW_STEPS: dict[str, Step] = {
    "open": Step("开窗", OpenForm, actions.open_window, moves.OPEN_WINDOW, "已开窗。"),
    "next": Step("呼叫下一号", NextForm, actions.call_next, moves.NEXT, "已呼叫。"),
    "close": Step("关窗", CloseForm, actions.close_window, moves.CLOSE_WINDOW, "已关窗。", hides=("still_serving",)),
}
STEPS: dict[str, Step] = {
    "serve": Step("开始接待", ServeForm, actions.serve_ticket, moves.SERVE, "已开始接待。"),
    "finish": Step("接待完毕", FinishForm, actions.finish_ticket, moves.FINISH, "已接待完毕。"),
    "call": Step("呼叫这一号", CallForm, actions.call_ticket, moves.CALL, "已呼叫。"),
    "hold": Step("暂缓", HoldForm, actions.hold_ticket, moves.HOLD, "已暂缓，次序不变。"),
    "resume": Step("恢复等候", ResumeForm, actions.resume_ticket, moves.RESUME, "已恢复等候。"),
    "leave": Step("已离开", LeaveForm, actions.leave_ticket, moves.LEAVE, "已记离开。"),
}
