"""What the journal says of relief: amounts, days and codes; no words."""

from datetime import date

from kit.verbs import Fact, Verb
from supervision.models.livelihood import ProjectKind, PublicityForm
from supervision.models.relief import AssistanceKind

_AMOUNT = Fact("金额（分）")
FUND_OPENED = Verb("relief.fund_opened", "设立专项资金", {"year": Fact("年度"), "budget": _AMOUNT})
FUND_CHANGED = Verb("relief.fund_changed", "调整专项资金预算", {"before": Fact("原预算（分）"), "budget": _AMOUNT})
FUND_CLOSED = Verb("relief.fund_closed", "专项资金结账", {"left": Fact("结余（分）")})
FUND_CARRIED = Verb("relief.fund_carried", "结转专项资金", {"carried": Fact("结转（分）"), "budget": _AMOUNT})
PROPOSED = Verb("relief.proposed", "申请帮扶", {"kind": Fact("类型", str, AssistanceKind), "amount": _AMOUNT})
APPROVED = Verb("relief.approved", "批准帮扶", {"amount": _AMOUNT})
REFUSED = Verb("relief.refused", "不予批准帮扶")
WITHDRAWN = Verb("relief.withdrawn", "撤回帮扶申请")
PAID = Verb("relief.paid", "支付帮扶", {"amount": _AMOUNT, "paid_on": Fact("支付日期", date)})
PROJECT_ENTERED = Verb(
    "relief.project_entered", "登记民生项目", {"kind": Fact("类别", str, ProjectKind), "invested": Fact("投资（分）")}
)
PROJECT_CARRIED_ON = Verb("relief.project_carried_on", "登记民生项目进展")
PROJECT_DONE = Verb("relief.project_done", "民生项目完成", {"done_on": Fact("完成日期", date)})
CAMPAIGN_ENTERED = Verb(
    "relief.campaign_entered", "登记法治宣传", {"form": Fact("方式", str, PublicityForm), "reach": Fact("覆盖人数")}
)
_OF_MEANS = (PROJECT_ENTERED, PROJECT_CARRIED_ON, PROJECT_DONE, CAMPAIGN_ENTERED)
VERBS = (*_OF_MEANS, FUND_OPENED, FUND_CHANGED, FUND_CLOSED, FUND_CARRIED, PROPOSED, APPROVED, REFUSED, WITHDRAWN, PAID)
