"""Escalation 提级: a unit asks that a higher one takes a leg over, and what was decided."""

from django.db import models

from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from organizations.models import Staff, Unit


class Escalation(models.Model):
    """A request of the unit that holds a leg; ``agreed`` is empty until somebody outside that unit has decided.

    ``asked_unit`` held the leg then; a leg taken over is the same leg, with the same first handler and clocks.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="escalations")
    asked_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    proposed = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="建议的上级单位")
    reason = models.TextField("理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField("同意", null=True)
    decided_on = models.DateField("决定日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField("决定意见", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "提级"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="escalation_one_open_per_leg"
            )
        ]
