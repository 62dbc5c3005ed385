"""Forms of what is made known of accused officials (Art. 30, para 2)."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, words
from law.officials import OfficialsTo


class ReportOfficialsForm(ActForm):
    """通报组织部门."""

    officials = line("被反映的干部", help_text="姓名、单位、职务，按干部管理权限确定向哪一级通报。")
    told = forms.MultipleChoiceField(
        label="向谁通报、报送", choices=OfficialsTo.choices(), widget=forms.CheckboxSelectMultiple
    )
    body = line("通报的机关", most=100, help_text="写全称，例如“中共云河区委组织部”。")
    major = forms.BooleanField(
        label="重大情况", required=False, help_text="重大情况还应报送党委主要负责同志和分管组织（人事）工作的负责同志。"
    )
    left_out = line("未报送其中一人的原因", required=False, help_text="反映的正是本人的，不得向其报送。")
    content = words("反映的主要情况", rows=5, most=5000)
    reported_on = day("通报日期", help_text="不填即今天。")
    hint = "生成《情况通报》。通报和文书只有可以阅读检举控告内容的人看得到，不得透露给被反映的人员和单位。"

    def arguments(self) -> dict[str, Any]:
        """Turn the codes into their words."""
        return {**super().arguments(), "told": [OfficialsTo(code) for code in self.cleaned_data["told"]]}


class OfficialsReceiptForm(ActForm):
    """登记通报回执."""

    report = forms.TypedChoiceField(label="哪一份通报", coerce=int, required=False, empty_value=None)
    received_on = day("对方收到日期", required=True)
    note = line("回执情况", required=False)

    def prepare(self) -> None:
        """Offer the reports without a receipt, the oldest first."""
        rows = self.case.officials_reports.readable_by(self.by).filter(receipt_on=None) if self.case else []
        lines = [(row.pk, f"{row.reported_on}通报{row.body}") for row in rows]
        self.fields["report"].choices = [("", "最早的一份"), *lines]  # type: ignore[attr-defined]
