"""Hand-offs of a dispute between units, what 研判 decided of it, and the case that it became."""

from typing import Any

from django.db import models
from django.db.models import Q

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from organizations.models import Staff, Unit
from screening.models.disputes import Dispute
from screening.models.words import Way


class DisputeHandOff(models.Model):
    """One movement of a dispute from unit to unit, with its reason; read with the dispute.

    ``decide_by``: until when the receiver takes it or gives it back, in working days.
    """

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="hand_offs")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField("理由", max_length=300)
    on = models.DateField("流转日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    decide_by = models.DateField("接收期限")
    decided_on = models.DateField("接收日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    taken = models.BooleanField("接收", null=True)
    said = models.CharField("退回理由", max_length=300, default="")

    class Meta:
        verbose_name = "矛盾纠纷流转"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["dispute"], condition=Q(decided_on=None), name="dispute_passed_once")
        ]


class Judgement(models.Model):
    """What a town's weekly 研判 decided of a dispute: which way, who, until when; read with the dispute."""

    dispute = models.ForeignKey(Dispute, on_delete=models.CASCADE, related_name="judgements")
    on = models.DateField("研判日期")
    way = WordField("研判意见", max_length=12, choices=Way.choices())
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    due_on = models.DateField("时限")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name = "研判意见"
        ordering = ["-on", "-id"]


class DisputeCase(models.Model):
    """The case that a dispute became: who may not know of the case does not know that there is one (Art. 30)."""

    dispute = models.OneToOneField(Dispute, on_delete=models.PROTECT, related_name="became")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="came_from_disputes")
    on = models.DateField("转信访日期")

    objects = ReadableQuerySet[Any].as_manager()

    class Meta:
        verbose_name = "矛盾纠纷转信访"
