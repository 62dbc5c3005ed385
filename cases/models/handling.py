"""What happens beside the work on a leg: extensions of time, hearings and what is published of them (Art. 34, 36)."""

from django.db import models

from cases.models.clock import Clock
from cases.models.leg import Leg
from cases.models.remedy import Remedy
from cases.sight.querysets import ReadableQuerySet
from organizations.models import Staff


class Extension(models.Model):
    """An extension asked for by the handler and decided by the head (Art. 34); undecided while ``decided_on`` is empty.

    ``granted_days`` is 0 where it was refused.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="extensions")
    days = models.PositiveSmallIntegerField("申请天数")
    reason = models.TextField("延期理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    granted_days = models.PositiveSmallIntegerField("批准天数", null=True)
    old_due_on = models.DateField("原届满日", null=True)
    new_due_on = models.DateField("延长后届满日", null=True)
    note = models.TextField("审批意见", default="")
    decided_on = models.DateField("审批日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "延期"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="extension_one_open_per_leg"
            )
        ]


class Hearing(models.Model):
    """A hearing: called by a notice, then held and recorded (Art. 31, item six; Art. 36).

    ``clock`` is the review clock it pauses from ``held_from`` to ``held_to``, both included; empty in handling,
    where no clock ever stops.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="hearings")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, null=True, related_name="hearings")
    matter = models.TextField("听证事项")
    planned_on = models.DateField("举行日期")
    at_time = models.CharField("时间", max_length=40, default="")
    place = models.CharField("地点", max_length=100)
    chair = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="主持人")
    participants = models.TextField("参加人")
    called_on = models.DateField("通知日期")
    called_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    held_from = models.DateField("开始日期", null=True)
    held_to = models.DateField("结束日期", null=True)
    attended = models.TextField("到会人员", default="")
    minutes = models.TextField("笔录", default="")
    conclusion = models.TextField("听证结论", default="")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "听证"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["leg"], condition=models.Q(held_to=None), name="hearing_one_open_per_leg")
        ]


class Publication(models.Model):
    """公示 of a review opinion after a hearing (Art. 36, para 2): what everybody reads, where, and from when to when.

    Nothing of it names a petitioner. Taken down on ``ended_on`` before its last day, or replaced by a later one.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="publications")
    remedy = models.ForeignKey(Remedy, on_delete=models.CASCADE, related_name="publications")
    text = models.TextField("公示内容")
    place = models.CharField("公示地点", max_length=200)
    shown_from = models.DateField("公示开始日期")
    shown_to = models.DateField("公示结束日期")
    published_on = models.DateField("登记日期")
    published_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField("撤下日期", null=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    end_reason = models.TextField("撤下理由", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "公示"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(ended_on=None), name="publication_one_stands_per_leg"
            )
        ]
        indexes = [models.Index(fields=["shown_to"], condition=models.Q(ended_on=None), name="publication_stands_to")]


class MaterialRequest(models.Model):
    """What the petitioner was asked to bring, told once and completely (补正); it stops no clock.

    ``new_facts`` names what came to light where an earlier request had been made.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="material_requests")
    missing = models.TextField("需要补充的材料")
    new_facts = models.TextField("新情况", default="")
    asked_on = models.DateField("告知日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField("收到日期", null=True)
    received = models.TextField("收到的材料", default="")
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "补正"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(received_on=None), name="material_one_open_per_leg"
            )
        ]
