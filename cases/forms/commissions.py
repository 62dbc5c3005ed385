"""Forms of commissions: interim reports, another day, the report taken; what a body above changed, the report to it."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, words
from cases.openings.commission import open_feedback_change
from law.commission import PetitionerView, SuperiorChangeKind

_STAGE = "已经做了什么，还要做什么，预计什么时候办结。"


class AcceptConclusionForm(ActForm):
    """采用办结报告."""

    note = words("审核意见", required=False, rows=2, most=2000)
    hint = "采用以后不能再退回重办；信访人申请复查的期限不受影响。"


class InterimReportForm(ActForm):
    """报告阶段情况."""

    text = words("阶段情况", rows=5, most=5000, help_text=_STAGE)
    reported_on = day("报告日期", help_text="不填即今天。")
    hint = "不改变反馈日期，不代替办结报告。"


class AskFeedbackDateForm(ActForm):
    """申请调整反馈日期."""

    wanted = day("希望的反馈日期", required=True)
    reason = words("申请理由", rows=3, most=2000)
    hint = "须在反馈日期以前申请；答复以前，反馈日期不变。信访人的法定期限不受影响。"


class ChangeFeedbackDateForm(ActForm):
    """调整反馈日期."""

    new_due_on = day("新的反馈日期", required=True)
    reason = words("调整理由", rows=3, most=2000)
    hint = "新旧日期都记入办理链；信访人的法定期限不受影响。"

    def prepare(self) -> None:
        """Begin with the day that the unit asks for."""
        asked = open_feedback_change(self.leg) if self.leg and not self.is_bound else None
        if asked:
            self.initial.setdefault("new_due_on", asked.wanted)


class RefuseFeedbackDateForm(ActForm):
    """不准调整反馈日期."""

    reason = words("不准的理由", rows=3, most=2000)


class InterimUpwardForm(InterimReportForm):
    """上报阶段情况."""

    hint = "不改变上级要求上报的日期，不代替办结报告。"


class ReportUpwardForm(ActForm):
    """上报办结报告."""

    text = words("办理过程和结果", rows=8, most=10_000)
    view = forms.ChoiceField(label="信访人意见", choices=[("", "请选择"), *PetitionerView.choices()])
    view_note = line("信访人意见的说明", required=False, help_text="信访人怎么说的、什么时候说的。")
    hint = "自动生成《上报办结报告》：附各项诉求的结论、文书的送达情况和信访人意见。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "view": PetitionerView(self.cleaned_data["view"])}


class RecordSuperiorChangeForm(ActForm):
    """登记上级变更."""

    kind = forms.ChoiceField(label="变更", choices=[("", "请选择"), *SuperiorChangeKind.choices()])
    new_due_on = day("上级另定的上报日期", help_text="另定日期的必填；撤销交办的不填。")
    number = line("上级文件的文号", most=80, help_text="口头通知的，写明何人何时通知，并“补充附件”附上记录。")
    reason = words("变更理由", rows=3, most=2000)
    hint = "由登记人以外的负责人核准；核准以前，上报日期不变。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "kind": SuperiorChangeKind(self.cleaned_data["kind"])}


class ConfirmSuperiorChangeForm(ActForm):
    """核准上级变更."""

    note = words("核准意见", required=False, rows=2, most=2000)
