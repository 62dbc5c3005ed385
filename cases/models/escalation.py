"""Requests that a leg goes to another unit: 提级, upward; 重新转办, elsewhere; each with what the other side decided."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from organizations.models import Staff, Unit


class MoveRequest(models.Model):
    """A request of ``asked_unit`` about its ``leg``; ``agreed`` is empty until the other side has decided."""

    asked_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField("理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField("同意", null=True)
    decided_on = models.DateField("决定日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.TextField("决定意见", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["leg"], condition=models.Q(decided_on=None), name="%(class)s_one_open_per_leg"
            )
        ]


class Escalation(MoveRequest):
    """Of the unit that holds a leg, decided outside it.

    ``asked_unit`` held the leg then; a leg taken over is the same leg, with the same first handler and clocks.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="escalations")
    proposed = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="建议的上级单位")

    class Meta(MoveRequest.Meta):
        verbose_name = "提级"


class Redirect(MoveRequest):
    """Of either side, before acceptance: that the matter is sent to another unit (Art. 24); the other side decides.

    ``asked_unit``: the holder of the leg, or its sender. ``proposed``: whose it is, where the asking side knows.
    ``demands`` are the numbers the leg held then.
    """

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="redirects")
    proposed = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="建议办理单位"
    )
    demands = ArrayField(models.PositiveSmallIntegerField(), default=list)

    class Meta(MoveRequest.Meta):
        verbose_name = "商请重新转办"
