"""Forms around an answer, and of co-handling."""

from typing import Any

from django import forms

from cases.forms.base import ActForm, day, line, unit_field, words
from cases.models.duties import ReliefKind, RiskLevel


class AssessRiskForm(ActForm):
    """信访风险评估."""

    level = forms.ChoiceField(label="风险等级", choices=RiskLevel.choices())
    reasons = words("评估理由", rows=3, most=5000)
    plan = words("解释疏导预案", rows=3, most=5000, help_text="答复时怎样解释，由谁解释，有什么帮助。")
    hint = "评估的是这一次答复，不是对信访人的评价。"

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "level": RiskLevel(self.cleaned_data["level"])}


class CheckDutiesForm(ActForm):
    """三到位一处理."""

    solved = words("诉求合理的解决问题到位", rows=2, most=2000)
    explained = words("诉求无理的思想教育到位", rows=2, most=2000)
    helped = words("生活困难的帮扶救助到位", rows=2, most=2000)
    lawful = words("行为违法的依法处理", rows=2, most=2000)
    hint = "逐项写明做了什么；没有这种情形的，写“无此情形”。"


class TrackExecutionForm(ActForm):
    """登记执行情况."""

    demand = forms.TypedChoiceField(label="诉求", coerce=int)
    progress = words("执行情况", rows=4, most=5000)
    done_on = day("完成日期", help_text="执行完毕才填。")

    def prepare(self) -> None:
        """Offer the demands of this leg."""
        rows = self.leg.demands.all() if self.leg else []
        choices = [(d.number, f"{d.number}．{(d.extract or d.text)[:60]}") for d in rows]
        self.fields["demand"].choices = choices  # type: ignore[attr-defined]


class ReferReliefForm(ActForm):
    """引导救助."""

    relief = forms.ChoiceField(label="救助类型", choices=ReliefKind.choices())
    body = line("救助单位", most=100)
    reason = words("困难情况", rows=3, most=2000)
    result = words("救助结果", required=False, rows=2, most=2000, help_text="有了结果再登记一次也可以。")

    def arguments(self) -> dict[str, Any]:
        """Turn the code into its word."""
        return {**super().arguments(), "relief": ReliefKind(self.cleaned_data["relief"])}


class CoHandleForm(ActForm):
    """协办."""

    unit = unit_field("协办单位", "consult")
    task = words("协办事项", rows=3, most=5000)
    reply_by = day("请于此日前回复", help_text="不填按内部规定的工作日计算，不是法定期限。")
    hint = "协办不转移办理责任，期限照常计算。"
