"""Forms of major and urgent matters: report upward, its receipt, the decision of the own level."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, words
from law.matters import ReportKind, ReportTo


class ReportUrgentForm(ActForm):
    """报告重大紧急事项."""

    kind = forms.ChoiceField(label="种类", choices=ReportKind.choices())
    bodies = forms.MultipleChoiceField(
        label="向谁报告", choices=ReportTo.choices(), widget=forms.CheckboxSelectMultiple
    )
    reported_on = day("报告日期", help_text="不填即今天。")
    reported_at = forms.TimeField(
        label="报告时间", required=False, widget=forms.TimeInput(attrs={"inputmode": "numeric"}, format="%H:%M")
    )
    content = words("报告内容", rows=6, help_text="时间、地点、人数、诉求、已采取的措施。")
    hint = "信访部门还应报告上一级信访部门，同时报告国家信访局。各处都报到了，报告职责才算满足。"

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        typed = super().arguments()
        bodies = [ReportTo(code) for code in self.cleaned_data["bodies"]]
        return {**typed, "kind": ReportKind(typed["kind"]), "bodies": bodies}


class UrgentReceiptForm(ActForm):
    """登记报告回执."""

    report = forms.TypedChoiceField(label="哪一份报告", coerce=int, required=False, empty_value=None)
    received_on = day("对方收到日期", required=True)
    note = line("回执情况", required=False, help_text="谁收到、有何指示。")

    def prepare(self) -> None:
        """Offer the reports without a receipt, the oldest first."""
        rows = self.case.urgent_reports.readable_by(self.by).filter(receipt_on=None) if self.case else []
        lines = [(row.pk, f"{row.reported_on}{row.get_kind_display()}") for row in rows]
        self.fields["report"].choices = [("", "最早的一份"), *lines]  # type: ignore[attr-defined]


class AskDecisionForm(ActForm):
    """报请本级决定."""

    proposal = words("建议", rows=4, most=5000, help_text="事项概要、建议由谁办理、需要本级党委和政府决定什么。")
    hint = "报请期间分流期限照常计算。"


class RecordDecisionForm(ActForm):
    """记录本级决定."""

    decided_by = line("决定机关", most=100, help_text="例如“中共云河区委、云河区人民政府”。")
    decision = words("决定内容", rows=4, most=5000)
    decided_on = day("决定日期", help_text="不填即今天。")
    number = line("文号", required=False, most=60)
