"""What is typed about inspections."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, unit_field, words
from cases.forms.upload import FilesField
from supervision.words.orders import InspectionKind


class InspectionForm(ActForm):
    """组织督查."""

    unit = unit_field("被督查单位", "any")
    kind = forms.ChoiceField(label="种类", choices=[("", "请选择"), *InspectionKind.choices()])
    mandate = words("督查事项和依据", most=1000)
    from_day = day("自", required=True)
    to_day = day("至", required=True)
    accounts = words(
        "成员账号", rows=3, most=500, help_text="一行一个，可以是不同单位的人员；只能查看，期满或者反馈后自动收回。"
    )

    def arguments(self) -> dict[str, Any]:
        """Return what was typed, the accounts one by one."""
        typed = super().arguments()
        return {**typed, "accounts": [each.strip() for each in typed["accounts"].split("\n") if each.strip()]}


class InspectionReportForm(ActForm):
    """反馈督查情况."""

    text = words("发现的问题和反馈意见", most=5000)
    uploads = FilesField(label="附件")
