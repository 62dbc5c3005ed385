"""Forms of recusal and of missing material."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, words
from cases.forms.time_and_hearing import staff_field
from cases.models import Recusal
from cases.models.recusal import RecusalSource
from law.vocabulary import Act
from organizations.models import Grant, Staff
from organizations.roles import roles_with

_AGREE, _REFUSE = "agree", "refuse"


class RequestRecusalForm(ActForm):
    """申请回避."""

    person = staff_field("请谁回避", help_text="本单位的承办人或者负责人。")
    source = forms.ChoiceField(label="提出方式", choices=RecusalSource.choices())
    reason = words("回避理由", rows=3, most=2000, help_text="与信访事项或者信访人有什么直接利害关系。")
    hint = "承办人是否回避由单位负责人决定，负责人是否回避由上级或者调查处理协调员决定。决定之前不停止办理。"

    def prepare(self) -> None:
        """Offer handlers and heads of the unit."""
        people = Staff.objects.filter(is_active=True)
        if self.leg:
            roles = {*roles_with(Act.ANSWER), *roles_with(Act.ISSUE)}
            able = Grant.objects.in_force(self.today).filter(unit=self.leg.unit, role__in=roles)
            people = people.filter(grants__in=able).distinct()
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "source": RecusalSource(self.cleaned_data["source"])}


class DecideRecusalForm(ActForm):
    """决定回避."""

    person = staff_field("申请回避的人员")
    decision = forms.ChoiceField(label="决定", choices=[(_AGREE, "同意回避"), (_REFUSE, "不同意回避")])
    reason = words("决定理由", rows=2, most=2000)
    hint = "同意后，该人员不再承办本件，也不再看到本件；期限照常计算，请另行指定承办人。"

    def prepare(self) -> None:
        """Offer whose recusal waits for a decision."""
        if self.leg and not self.is_bound:
            waiting = Recusal.objects.readable_by(self.by).filter(leg=self.leg, agreed=None)
            field = self.fields["person"]
            field.queryset = Staff.objects.filter(pk__in=waiting.values("person"))  # type: ignore[attr-defined]
            first = waiting.first()
            self.initial["person"] = first.person_id if first else None

    def arguments(self) -> dict[str, Any]:
        """Turn the decision into yes or no."""
        typed = super().arguments()
        decision = typed.pop("decision")
        return {**typed, "agree": decision == _AGREE}


class RequestMaterialForm(ActForm):
    """告知补正."""

    missing = words("需要补充的材料", rows=4, most=4000, help_text="一行一项，一次告知齐全。")
    new_facts = words(
        "新情况", required=False, rows=2, most=2000, help_text="已经告知过补正的，写明又出现了什么新情况。"
    )
    hint = "自动生成《补正告知书》，请“送达告知书”。补正期间各项期限照常计算。"


class RecordMaterialForm(ActForm):
    """登记补正."""

    received = words("收到的材料", rows=4, most=4000)
    received_on = day("收到日期", help_text="不填即今天。")
