"""What is done under an ownership sheet: plan, progress, changes of the limit, return visits; read with the case."""

from django.db import models
from django.db.models import Q

from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from organizations.models import Staff
from supervision.models.ownership import OwnershipSheet
from supervision.models.ownership_words import LimitReason, ProgressKind, Satisfaction


class PlanStep(models.Model):
    """A step of the plan with its date and who does it; ``first_due_on`` stays as it was set first."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField("步骤", max_length=200)
    due_on = models.DateField("时限")
    first_due_on = models.DateField("最初时限")
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="责任人")
    done_on = models.DateField("完成日期", null=True)
    put_off = models.CharField("改期原因", max_length=200, default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "化解步骤"
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on", "id"], condition=Q(done_on=None), name="plan_step_open")]


class Progress(models.Model):
    """What was done on a day; ``hand`` entered it for the leader where he did not himself."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="progress")
    kind = WordField("方式", max_length=10, choices=ProgressKind.choices())
    on = models.DateField("日期")
    text = models.TextField("进展")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    hand = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "包案进展"
        ordering = ["-on", "-id"]


class LimitChange(models.Model):
    """Another limit for the whole sheet, with its reason; the first limit stays on the sheet."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="limit_changes")
    before = models.DateField("原时限")
    after = models.DateField("新时限")
    kind = WordField("原因", max_length=10, choices=LimitReason.choices())
    reason = models.CharField("说明", max_length=200)
    on = models.DateField("变更日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "时限变更"
        ordering = ["id"]


class ReturnVisit(models.Model):
    """A visit by somebody who had no part in the work, agreed with the petitioner, before a sheet is struck off."""

    sheet = models.ForeignKey(OwnershipSheet, on_delete=models.CASCADE, related_name="return_visits")
    on = models.DateField("回访日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    said = WordField("信访人评价", max_length=10, choices=Satisfaction.choices())
    text = models.TextField("回访情况")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "包案回访"
        ordering = ["id"]
