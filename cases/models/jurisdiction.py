"""Whose matter it is: objections 异议, side exits and where they lead, urgent reports (Art. 22-25, 31)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.matters import Destination, ReportKind, ReportTo, Ruling
from law.vocabulary import Act, Path
from organizations.models import Staff, Unit


class Objection(models.Model):
    """A unit says that a leg is not its own (Art. 23, para 3), and what was decided.

    ``second``: one of its demands had come back before; ``disputed``: put before the superior without a return (Art. 24).
    Then ``arbiter`` decides, or where there is no common superior the joint conference (``arbiter`` empty).
    ``demands`` are the numbers the leg held then.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="objections")
    filed_on = models.DateField("提出日期")
    filed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("理由")
    proposed = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="建议办理单位"
    )
    demands = ArrayField(models.PositiveSmallIntegerField(), default=list)
    second = models.BooleanField("再次退回", default=False)
    disputed = models.BooleanField("提请指定", default=False)
    arbiter = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="决定机关")
    ruling = WordField("处理", max_length=20, choices=Ruling.choices(), default="")
    decided_on = models.DateField("决定日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField("核实意见", default="")
    materials = models.CharField("交还材料", max_length=500, default="")
    named = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="指定的单位")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "异议"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="objection_one_open_per_leg"
            )
        ]

    @property
    def above_the_sender(self) -> bool:
        """Tell whether the common superior or the joint conference decides, not the sender (Art. 24)."""
        return self.second or self.disputed


class SideExit(models.Model):
    """Why demands left the procedure, and where the petitioner (or the matter) goes (Art. 19, 22, 31, 36).

    What another than ``asked_by`` has to approve is in effect once ``approved`` says so (docs/decisions/0051); what
    came before that has nobody who asked. ``held_by`` and ``held_until``: who has the same matter, and its last day.
    """

    leg = models.OneToOneField(Leg, on_delete=models.CASCADE, related_name="exit")
    act = WordField("去向", max_length=30, choices=Act.choices())
    ground = models.CharField("理由代码", max_length=30, default="")
    path = WordField("法定途径", max_length=30, choices=Path.choices(), default="")
    destination = WordField("转出去向", max_length=20, choices=Destination.choices(), default="")
    body = models.CharField("有权处理的机关", max_length=200, default="")
    limit = models.CharField("提出的期限", max_length=500, default="")
    how = models.CharField("提出的地点和方式", max_length=500, default="")
    earlier = models.CharField("原复核意见文号", max_length=60, default="")
    earlier_elsewhere = models.CharField("原复核意见在系统外作出的说明", max_length=200, default="")
    told_orally = models.CharField("口头告知去向的情况", max_length=200, default="")
    reason = models.TextField("理由")
    receipt_on = models.DateField("回执日期", null=True)
    receipt_number = models.CharField("回执文号", max_length=60, default="")
    receipt_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    held_by = models.CharField("办理同一事项的单位", max_length=200, default="")
    held_until = models.DateField("同一事项的办理期限届满日", null=True)
    asked_on = models.DateField("作出决定的日期", null=True)
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    approved = models.BooleanField("核准", null=True)
    decided_on = models.DateField("核准日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    decided_words = models.TextField("核准意见", default="")
    reopened_on = models.DateField("恢复办理的日期", null=True)
    reopened_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    reopened_reason = models.TextField("恢复办理的理由", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "程序外去向"


class UrgentReport(models.Model):
    """A major or urgent matter reported upward (Art. 25): to whom, when, in which words, and who received it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="urgent_reports")
    kind = WordField("种类", max_length=10, choices=ReportKind.choices())
    bodies = ArrayField(WordField(max_length=30, choices=ReportTo.choices()))
    reported_on = models.DateField("报告日期")
    reported_at = models.TimeField("报告时间", null=True)
    content = models.TextField("报告内容")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    receipt_on = models.DateField("回执日期", null=True)
    receipt_note = models.CharField("回执情况", max_length=200, default="")
    receipt_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "重大紧急报告"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["reported_on"], name="urgent_reported"),
            models.Index(fields=["receipt_on"], condition=models.Q(receipt_on__isnull=False), name="urgent_received"),
        ]


class LevelDecision(models.Model):
    """A major matter put to the party committee and government of the own level, and their decision (Art. 22)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="level_decisions")
    asked_on = models.DateField("报请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    proposal = models.TextField("建议")
    decided_on = models.DateField("决定日期", null=True)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.CharField("决定机关", max_length=100, default="")
    number = models.CharField("决定文号", max_length=60, default="")
    decision = models.TextField("决定内容", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "报请决定"
        ordering = ["id"]
