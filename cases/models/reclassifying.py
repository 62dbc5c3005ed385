"""Kind and path of a demand, corrected after it was dispatched (Art. 29-31)."""

from django.db import models

from cases.models.demand import Demand
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.vocabulary import Kind, Path
from organizations.models import Staff


class Reclassification(models.Model):
    """A correction asked for by who found it wrong and decided by another; undecided while ``decided_on`` is empty."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="reclassifications")
    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="+")
    kind = WordField("更正后的类别", max_length=20, choices=Kind.choices())
    path = WordField("更正后的途径", max_length=30, choices=Path.choices(), default="")
    old_kind = WordField("原类别", max_length=20, choices=Kind.choices())
    old_path = WordField("原途径", max_length=30, choices=Path.choices(), default="")
    reason = models.TextField("更正理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField("同意", null=True)
    note = models.TextField("审批意见", default="")
    decided_on = models.DateField("审批日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "类别途径更正"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="reclassification_one_open_per_leg"
            )
        ]
