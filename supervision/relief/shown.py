"""What the demonstration shows of relief: a fund, help that was paid and help that waits, a project, a campaign."""

from datetime import date, timedelta

from cases.models import Leg
from law.errors import Refused
from law.vocabulary import State
from organizations.models import Staff
from organizations.roles import Role
from supervision.models import Assistance, ReliefFund
from supervision.models.livelihood import ProjectKind, PublicityForm
from supervision.models.relief import AssistanceKind
from supervision.relief import actions, means

_BUDGET, _PAID, _ASKED, _INVESTED = 2_000_000, 150_000, 80_000, 36_000_000
_MOST_LEGS = 20


def show_relief(day: date) -> int:
    """Make it once, at the first unit that handles a case and has both people for it; returns how many rows were made."""
    if ReliefFund.objects.exists():
        return 0
    legs = Leg.objects.filter(state__in=(State.IN_HANDLING, State.ANSWERED), case__sealed=False, handler__isnull=False)
    for leg in legs.select_related("handler", "unit").order_by("pk")[:_MOST_LEGS]:
        head = Staff.objects.filter(grants__unit=leg.unit, grants__role=Role.HEAD, is_active=True).first()
        if head and leg.handler and head != leg.handler:
            try:
                return _shown(leg, head, leg.handler, day)
            except Refused:
                continue
    return 0


def _shown(leg: Leg, head: Staff, handler: Staff, day: date) -> int:
    fund = actions.open_fund(by=head, name="信访救助专项资金", year=day.year, basis="年初预算", budget=_BUDGET, on=day)
    asked = {"by": handler, "kind": AssistanceKind.MONEY, "basis": "临时救助办法", "fund": fund, "on": day}
    paid = actions.propose_assistance(leg.case_id, content="房屋漏雨，补助修缮", amount=_PAID, **asked)  # type: ignore[arg-type]
    paid = actions.approve_assistance(paid, by=head, said="同意", on=day)
    actions.pay_assistance(paid, by=handler, paid_on=day, voucher="演示-1", on=day)
    actions.propose_assistance(leg.case_id, content="住院自付部分补助", amount=_ASKED, **asked)  # type: ignore[arg-type]
    means.enter_project(
        by=handler,
        name="老旧管网改造",
        kind=ProjectKind.WATER,
        location="示例社区",
        basis="年度民生实事清单",
        planned_on=day + timedelta(days=120),
        invested=_INVESTED,
        households=260,
        people=810,
        progress="已完成招标",
        on=day,
    )
    means.enter_campaign(
        by=handler,
        title="《信访工作条例》宣讲",
        form=PublicityForm.LECTURE,
        location="示例社区",
        from_day=day,
        to_day=day,
        reach=85,
        on=day,
    )
    return Assistance.objects.count()
