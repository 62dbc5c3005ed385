"""Forms of agreement, mediation and withdrawal."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, line, words
from cases.forms.dispatching import APART, NumbersField, offer_of_leg
from cases.models.agreement import MediationBody, MediationResult, SettlementMethod


class SettleForm(ActForm):
    """调解和解."""

    way = forms.ChoiceField(label="方式", choices=SettlementMethod.choices())
    parties = words("当事人", rows=2, most=2000)
    content = words("协议内容", rows=5)
    performance = words("履行方式和期限", rows=3, most=5000)
    demands = NumbersField("只就其中的诉求达成协议", required=False, help_text=APART)
    hint = "各方已经达成一致并签字的，才登记。自动生成《调解（和解）协议书》，请“送达告知书”。"

    def prepare(self) -> None:
        """Offer the demands of the leg."""
        offer_of_leg(self, "demands")

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "way": SettlementMethod(self.cleaned_data["way"])}


class ReferMediationForm(ActForm):
    """委托调解."""

    body = forms.ChoiceField(label="调解组织类型", choices=MediationBody.choices())
    name = line("调解组织名称", most=100)
    reason = words("委托事项", rows=3, most=5000)
    hint = "双方愿意调解的才委托；调解期间各项期限照常计算。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "body": MediationBody(self.cleaned_data["body"])}


class RecordMediationForm(ActForm):
    """登记调解结果."""

    result = forms.ChoiceField(label="结果", choices=MediationResult.choices())
    text = words("调解情况", rows=4)
    hint = "达成一致的，请再按“调解和解”登记协议；未达成一致的，继续办理并答复。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "result": MediationResult(self.cleaned_data["result"])}


class AskWithdrawalForm(ActForm):
    """信访人撤回."""

    reason = words("撤回理由", rows=3, most=2000, help_text="信访人自己的话。")
    demands = NumbersField("只撤回其中的诉求", required=False, help_text=APART)
    hint = "登记后由办理单位以外的人员向信访人本人核实；核实之前办理和期限都不停止。"

    def prepare(self) -> None:
        """Offer the demands of the leg."""
        offer_of_leg(self, "demands")


class WithdrawForm(ActForm):
    """核实撤回."""

    how = words("核实情况", rows=3, most=2000, help_text="何时、用什么方式向信访人本人核实，本人怎么说。")
    hint = "确实出于本人自愿的才确认；15日内可以反悔。"
    danger = True


class RevokeWithdrawalForm(ActForm):
    """撤回反悔."""

    reason = words("说明", rows=2, most=2000)
    hint = "恢复到撤回以前的状态，各项期限从原来的起算日继续计算；本人否认撤回的，也在这里登记。"
