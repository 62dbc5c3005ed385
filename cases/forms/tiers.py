"""Forms of triage, guidance and escalation."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, unit_field, words
from law.matters import Tier
from organizations.superiors import proposed_superior


class TriageForm(ActForm):
    """分级."""

    tier = forms.ChoiceField(label="分级", choices=Tier.choices())
    reason = words("分级的理由", rows=2, most=2000)
    hint = (
        "马上办：当场或者几天内办完；限时办：按期限办；提级办：可以请示、提级。只有本地启用了简易办理，马上办的才用更短的期限；"
        "改为一般后，期限从原起算日连续计算。"
    )

    def prepare(self) -> None:
        """Begin with the tier as it is."""
        if self.case and not self.is_bound:
            self.initial.setdefault("tier", self.case.tier)

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "tier": Tier(self.cleaned_data["tier"])}


class AskGuidanceForm(ActForm):
    """请示上级."""

    unit = unit_field("向谁请示", "consult", help_text="本单位的上级，或者本区信访部门。")
    question = words("请示的事项", rows=3, most=5000)
    proposal = words("本单位的拟办意见", rows=3, most=5000)
    reply_by = day("请于此日前答复", help_text="不填按内部规定的工作日计算，不是法定期限。")
    hint = "请示不停止任何期限；对方没有答复不产生任何后果。"

    def prepare(self) -> None:
        """Propose the unit's own superior."""
        _propose(self)


class ReplyGuidanceForm(ActForm):
    """答复请示."""

    text = words("答复意见", rows=6)


class DeferReplyForm(ActForm):
    """须请示上级."""

    note = words("向谁请示什么", rows=2, most=2000)
    hint = "回复日期按内部规定顺延，只能顺延一次；责任单位的期限照常计算。"


class EscalateForm(ActForm):
    """申请提级."""

    unit = unit_field("建议接办的上级单位", "refer")
    reason = words("申请提级的理由", rows=4, most=5000, help_text="已经做了什么，为什么本单位难以办理。")
    hint = "由转送交办的单位或者上级单位决定；决定之前照常办理。"

    def prepare(self) -> None:
        """Propose the unit's own superior."""
        _propose(self)


class AgreeEscalationForm(ActForm):
    """同意提级."""

    note = words("决定意见", rows=3, most=2000)
    hint = "本环节由上级单位接着办理，首办单位、首办责任人不变。"


class RefuseEscalationForm(ActForm):
    """不同意提级."""

    guidance = words("对原单位的指导意见", rows=4, most=5000, help_text="怎样办、依据是什么、需要谁配合。")


def _propose(form: ActForm) -> None:
    above = proposed_superior(form.leg.unit) if form.leg and not form.is_bound else None
    if above:
        form.initial["unit"] = above.pk
