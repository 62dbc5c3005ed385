"""Commissions from above, the days of those passed on, and the reports between (Art. 22, para 1, item three)."""

from django.db import models

from cases.models.case import Case
from cases.models.document import Document
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.commission import Owed
from organizations.models import Staff, Unit


class SuperiorCommission(models.Model):
    """上级交办: the letter with which a body above commissioned the registering unit; ``superior`` where it is a unit known here.

    ``report``: the letter that reported back; ``cancelled_on``: the body above wants none any more.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="superior_commissions")
    superior = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="交办单位")
    superior_name = models.CharField("交办单位名称", max_length=100)
    number = models.CharField("交办文号", max_length=80, default="")
    dated_on = models.DateField("来文日期", null=True)
    report_by = models.DateField("要求上报的日期", null=True)
    owes = WordField("要求上报的内容", max_length=20, choices=Owed.choices(), default=Owed.CONCLUSION)
    report = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    reported_on = models.DateField("上报日期", null=True)
    cancelled_on = models.DateField("撤销日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "上级交办"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(reported_on=None, cancelled_on=None),
                name="superior_commission_one_open_per_case",
            )
        ]

    @property
    def open(self) -> bool:
        """Tell whether a report is still owed upward."""
        return self.reported_on is None and self.cancelled_on is None


class SuperiorChange(models.Model):
    """上级变更: the body above named another day, or with no ``new_report_by`` withdrew its commission; confirmed by another."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="superior_changes")
    number = models.CharField("上级文号", max_length=80)
    reason = models.TextField("变更理由")
    old_report_by = models.DateField("原要求上报的日期", null=True)
    new_report_by = models.DateField("新要求上报的日期", null=True)
    asked_on = models.DateField("登记日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField("核准日期", null=True)
    confirmed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "上级变更"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(confirmed_on=None), name="superior_change_one_open_per_case"
            )
        ]


class InterimReport(models.Model):
    """阶段报告: of a commissioned unit to the office that commissioned it, or with no leg of the office to the body above."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="interim_reports")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="+")
    told = models.CharField("报告对象", max_length=100)
    reported_on = models.DateField("报告日期")
    text = models.TextField("阶段情况")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "阶段报告"
        ordering = ["reported_on", "id"]


class FeedbackChange(models.Model):
    """反馈日期调整: asked for by the unit or made by the commissioning party alone; ``agreed`` is empty until it is decided."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="feedback_changes")
    wanted = models.DateField("希望的反馈日期", null=True)
    reason = models.TextField("理由", default="")
    asked_on = models.DateField("申请日期", null=True)
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField("同意", null=True)
    note = models.TextField("答复", default="")
    old_due_on = models.DateField("原反馈日期", null=True)
    new_due_on = models.DateField("新反馈日期", null=True)
    decided_on = models.DateField("答复日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "反馈日期调整"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="feedback_change_one_open_per_leg"
            )
        ]
