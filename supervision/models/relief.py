"""Relief and means 帮扶与专项资金: what was given to a petitioner in need, from which fund, and what the fund has left."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right


class AssistanceKind(Word):
    """What help was given."""

    MONEY = "money", "困难救助金"
    MEDICAL = "medical", "医疗"
    SCHOOLING = "schooling", "就学"
    WORK = "work", "就业"
    HOUSING = "housing", "住房"
    GOODS = "goods", "物资"
    LEGAL = "legal", "法律援助"
    OTHER = "other", "其他"


class AssistanceState(Word):
    """Where assistance stands."""

    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准待支付"
    PAID = "paid", "已支付"
    REFUSED = "refused", "不予批准"
    WITHDRAWN = "withdrawn", "已撤回"


class FundState(Word):
    """Where a fund stands."""

    OPEN = "open", "使用中"
    CLOSED = "closed", "已结账"


def _of_relief(staff: Staff, unit: str) -> Q:
    return held_over(staff, Right.PROPOSE_RELIEF, unit) | held_over(staff, Right.APPROVE_RELIEF, unit)


class FundQuerySet(RecordQuerySet):
    """Who reads funds: who proposes or approves relief at their unit."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the funds of the units within a person's reach."""
        return self.filter(_of_relief(staff, "unit"))


class ReliefFund(Record):
    """An earmarked fund of one year 信访专项资金; amounts in 分. ``carried``: what the year before left over."""

    name = models.CharField("资金名称", max_length=100)
    year = models.PositiveSmallIntegerField("年度")
    basis = models.CharField("依据", max_length=200)
    budget = models.PositiveBigIntegerField("预算")
    carried = models.PositiveBigIntegerField("上年结转", default=0)
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="carried_to", verbose_name="结转自"
    )
    closed_on = models.DateField("结账日期", null=True)

    objects = FundQuerySet.as_manager()

    class Meta:
        verbose_name = "专项资金"
        constraints = [models.UniqueConstraint(fields=["unit", "name", "year"], name="fund_once_a_year")]
        indexes = [models.Index(fields=["district", "-year", "-id"], name="fund_year")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/relief/funds/{self.pk}/"


class AssistanceQuerySet(ReadableQuerySet["Assistance"]):
    """Who reads assistance: who proposes or approves it at its unit, of cases that he sees and that are not sealed."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the assistance within a person's reach."""
        return super().readable_by(staff).filter(_of_relief(staff, "unit"), case__sealed=False)


class Assistance(Record):
    """Help tied to a case: on which basis, how much (分), from which fund, paid when. Never on a condition. ``unit``: who gives it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="assistances")
    fund = models.ForeignKey(ReliefFund, on_delete=models.PROTECT, null=True, related_name="assistances")
    kind = WordField("帮扶类型", max_length=15, choices=AssistanceKind.choices())
    basis = models.CharField("依据", max_length=200)
    content = SealedTextField("帮扶内容")
    amount = models.PositiveBigIntegerField("金额", default=0)
    proposed_on = models.DateField("申请日期")
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    decided_on = models.DateField("审批日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    said = SealedTextField("审批意见", default="")
    paid_on = models.DateField("支付日期", null=True)
    paid_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    voucher = models.CharField("凭证号", max_length=60, default="")

    objects = AssistanceQuerySet.as_manager()

    class Meta:
        verbose_name = "帮扶"
        constraints = [
            models.CheckConstraint(condition=Q(fund=None) | Q(amount__gt=0), name="assistance_of_a_fund_has_an_amount"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="assistance_by_two"
            ),
        ]
        indexes = [
            models.Index(fields=["district", "-proposed_on", "-id"], name="assistance_proposed"),
            models.Index(
                fields=["unit", "state"],
                condition=Q(state__in=(AssistanceState.PROPOSED, AssistanceState.APPROVED)),
                name="assistance_open",
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/relief/{self.pk}/"
