"""The forms of return visits; both doors read them."""

from typing import Any

from django import forms

from cases.forms.base import day, line, unit_field
from cases.forms.base import words as lines
from cases.record_steps import RecordForm
from organizations.models import Staff
from supervision.models import FollowUpVisit
from supervision.models.visit_words import CallOutcome, Reopening, VisitResult, VisitRule, VisitWay
from supervision.visits.lots import MOST_DRAWN
from supervision.visits.visit_moves import visitors_at

_CHOOSE = ("", "请选择")


def _with_unit(person: Any) -> str:
    return f"{person.name}（{person.unit.short_name}）"


class DrawForm(RecordForm):
    """抽取回访."""

    rule = forms.ChoiceField(label="抽取范围", choices=[_CHOOSE, *VisitRule.choices()])
    size = forms.IntegerField(
        label="抽取件数", min_value=1, max_value=MOST_DRAWN, help_text=f"1至{MOST_DRAWN}件；符合范围的不足时全部抽取。"
    )
    since = day("期间自", help_text="办结、撤回、协议的范围要填；正在办理的不填。")
    until = day("期间至")
    of_unit = unit_field("责任单位", "refer", required=False, help_text="只抽一个单位办理的件时填写。")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `draw_lot`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**typed, "rule": VisitRule(typed["rule"])}


class AssignForm(RecordForm):
    """指派回访."""

    assignee = forms.ModelChoiceField(queryset=Staff.objects.none(), label="回访人", required=False)
    account = line(
        "其他单位人员的账号", required=False, most=40, help_text="不在上面名单里的，填其账号；不能是办理单位的人员。"
    )

    def __init__(self, *args: Any, visit: FollowUpVisit | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["assignee"]
        people = [person.pk for person in visitors_at(visit)] if visit else []
        field.label_from_instance = _with_unit
        field.queryset = Staff.objects.select_related("unit").filter(pk__in=people).order_by("username")

    def clean(self) -> dict[str, Any]:
        """Find the person by his account where none was chosen."""
        typed: dict[str, Any] = super().clean() or {}
        account = (typed.pop("account", "") or "").strip()
        if account and not typed.get("assignee"):
            typed["assignee"] = Staff.objects.select_related("unit").filter(username=account, is_active=True).first()
        if not typed.get("assignee"):
            self.add_error("account" if account else "assignee", "请选择回访人，或者填写在岗人员的账号。")
        return typed


class CallForm(RecordForm):
    """登记联系."""

    hint = "征得信访人同意再回访；谢绝的不再回访，也不影响对其信访事项的办理。"
    outcome = forms.ChoiceField(label="联系结果", choices=[_CHOOSE, *CallOutcome.choices()])
    agreed_for = day("约定日期", help_text="联系上并约定的填写；电话当时即回访的填今天。")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `record_call`."""
        typed = super().arguments()
        return {**typed, "outcome": CallOutcome(typed["outcome"])}


class ResultForm(RecordForm):
    """登记回访."""

    hint = "只记事实，不评价人；结果和信访人的话不告诉责任单位。"
    visited_on = day("回访日期", required=True)
    way = forms.ChoiceField(label="回访方式", choices=[_CHOOSE, *VisitWay.choices()])
    result = forms.ChoiceField(label="信访人对办理的看法", choices=[_CHOOSE, *VisitResult.choices()])
    promised = lines("答复或者承诺了什么", required=False, rows=2, most=2000)
    done = lines("已经落实的", required=False, rows=2, most=2000)
    missing = lines("还缺什么", required=False, rows=2, most=2000, help_text="部分满意、不满意的必填。")
    words = lines("信访人的话", required=False, rows=2, most=2000)
    reopening_why = lines(
        "建议重新办理的理由",
        required=False,
        rows=2,
        most=2000,
        help_text="不建议的不填。只是建议，由另一人决定，再按信访件的程序办理。",
    )

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `record_visit`."""
        typed = super().arguments()
        return {**typed, "way": VisitWay(typed["way"]), "result": VisitResult(typed["result"])}


class DropForm(RecordForm):
    """不再回访."""

    danger = True
    why = line("理由", help_text="例如：信访人已经去世；另一批次刚回访过。")


class FeedBackForm(RecordForm):
    """反馈责任单位."""

    hint = "只写有助于改进的内容：承诺了什么、还缺什么；不写信访人是否满意，不转述他的话。"
    text = lines("反馈内容", most=2000)
    reply_by = day("请于此日前回复")


class FinishForm(RecordForm):
    """无需反馈."""


class DecideForm(RecordForm):
    """决定是否重新办理."""

    hint = "采纳的，接着在信访件页面按程序办理；这里只记决定。"
    decision = forms.ChoiceField(
        label="决定", choices=[_CHOOSE, *((word.value, word.label) for word in (Reopening.TAKEN, Reopening.REFUSED))]
    )
    said = lines("理由", rows=2, most=2000)

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `decide_reopening`."""
        typed = super().arguments()
        return {**typed, "decision": Reopening(typed["decision"])}


class ReplyForm(RecordForm):
    """回复回访反馈."""

    text = lines("改进情况", most=2000)


class CheckForm(RecordForm):
    """核对回复."""

    accepted = forms.ChoiceField(label="核对结论", choices=[_CHOOSE, ("yes", "已经改进"), ("no", "退回再办")])
    why = lines("还缺什么", required=False, rows=2, most=2000, help_text="退回的必填。")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `check_feedback`."""
        typed = super().arguments()
        return {**typed, "accepted": typed["accepted"] == "yes"}
