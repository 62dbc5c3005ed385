"""The forms of relief; both doors read them. Amounts are typed in 元 and kept in 分."""

from typing import Any

from django import forms

from cases.forms.base import day, line
from cases.forms.base import words as lines
from cases.record_steps import RecordForm
from supervision.models import ReliefFund
from supervision.models.relief import AssistanceKind, FundState
from supervision.relief.yuan_field import YuanField

_CHOOSE = ("", "请选择")


class FundForm(RecordForm):
    """设立专项资金."""

    name = line("资金名称", most=100)
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2100)
    basis = line("依据", help_text="例如：区财政预算批复的文号。")
    budget = YuanField(label="预算")

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `open_fund`."""
        return {name: value for name, value in super().arguments().items() if name != "seen"}


class BudgetForm(RecordForm):
    """调整预算."""

    budget = YuanField(label="调整后的预算")
    basis = line("依据")


class CloseFundForm(RecordForm):
    """结账."""

    hint = "待审批、待支付的办完才能结账。"
    next_budget = YuanField(
        label="下一年度的预算",
        required=False,
        help_text="单位：元。填写的，结余结转到下一年度；结余收回、不再设立的，不填。",
    )


class ProposeForm(RecordForm):
    """申请帮扶."""

    hint = "帮扶不以息访、不再信访为条件。"
    kind = forms.ChoiceField(label="帮扶类型", choices=[_CHOOSE, *AssistanceKind.choices()])
    basis = line("依据", help_text="例如：救助办法的条款、会议纪要的文号。")
    content = lines("帮扶内容", rows=3, most=2000, help_text="为什么需要、给什么。不写信访人的姓名。")
    amount = YuanField(label="金额", required=False, help_text="单位：元。没有金额的（就业、法律援助等）不填。")
    fund = forms.ModelChoiceField(queryset=ReliefFund.objects.none(), label="资金", required=False)

    def prepare(self) -> None:
        """Offer the funds that are open within the person's reach."""
        field: Any = self.fields["fund"]
        field.queryset = ReliefFund.objects.readable_by(self.by).filter(state=FundState.OPEN).order_by("-year", "name")
        field.label_from_instance = lambda fund: f"{fund.year}年{fund.name}"

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of `propose_assistance`."""
        typed = {name: value for name, value in super().arguments().items() if name != "seen"}
        return {**typed, "kind": AssistanceKind(typed["kind"])}


class ApproveForm(RecordForm):
    """批准帮扶."""

    said = lines("审批意见", required=False, rows=2, most=2000)


class RefuseForm(RecordForm):
    """不予批准."""

    danger = True
    said = lines("理由", rows=2, most=2000)


class WithdrawForm(RecordForm):
    """撤回申请."""

    danger = True


class PayForm(RecordForm):
    """登记支付."""

    paid_on = day("支付日期", required=True)
    voucher = line("凭证号", most=60)
