"""Forms of campaigns; nothing is preset but the rule that the district has set."""

from typing import Any

from django import forms

from cases.forms.base import day, line, words
from cases.forms.upload import FilesField
from kit.plain_forms import PlainForm
from supervision.campaigns.gathering import Rule


class CampaignForm(PlainForm):
    """建立专项."""

    name = line("名称", most=100, help_text="例如：2026年信访积案化解专项。")
    source = line("依据", required=False, most=100, help_text="发文单位、文号。")
    until = day("完成时限", required=True)


class RuleForm(PlainForm):
    """按规则列入：先预览，再列入."""

    days = forms.IntegerField(label="收到后满多少天未了结", min_value=30, max_value=7300)
    rounds = forms.IntegerField(label="或者同一事项登记过多少次", min_value=2, max_value=50)
    expected = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    @property
    def rule(self) -> Rule:
        """Return the rule that was typed."""
        return Rule(self.cleaned_data["days"], self.cleaned_data["rounds"])


class NumbersForm(PlainForm):
    """按上级表格列入：上传表格或者粘贴编号，先预览，再列入."""

    file = FilesField(label="上级的xlsx表格", accept=".xlsx", help_text="只读“编号”一列，其他列不读、不保存。")
    numbers = words("或者粘贴编号", required=False, rows=4, most=200_000, help_text="每行一个。")

    def listed(self) -> list[str]:
        """Return the numbers that were pasted, line by line."""
        return [each.strip() for each in self.cleaned_data["numbers"].splitlines() if each.strip()]

    def clean(self) -> dict[str, Any]:
        """Refuse a form without either."""
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not typed.get("file") and not typed.get("numbers", "").strip():
            raise forms.ValidationError("请上传表格，或者粘贴编号。")
        return typed
