"""The steps of assistance and of funds: which form, which action, which move."""

from cases.record_steps import Step
from supervision.relief import actions, forms
from supervision.relief import relief_moves as moves

RELIEF_STEPS: dict[str, Step] = {
    "approve": Step("批准帮扶", forms.ApproveForm, actions.approve_assistance, moves.APPROVE, "已批准，资金已经留出。"),
    "refuse": Step("不予批准", forms.RefuseForm, actions.refuse_assistance, moves.REFUSE, "已登记不予批准。"),
    "pay": Step("登记支付", forms.PayForm, actions.pay_assistance, moves.PAY, "已登记支付。"),
    "withdraw": Step("撤回申请", forms.WithdrawForm, actions.withdraw_assistance, moves.WITHDRAW, "已撤回。"),
}
FUND_STEPS: dict[str, Step] = {
    "budget": Step("调整预算", forms.BudgetForm, actions.change_budget, moves.CHANGE_FUND, "已调整预算。"),
    "close": Step("结账", forms.CloseFundForm, actions.close_fund, moves.CLOSE_FUND, "已结账。"),
}
