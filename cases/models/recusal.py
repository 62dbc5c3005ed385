"""Recusal 回避: who must not work on a case because he has a stake in it (Art. 28)."""

from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff


class RecusalSource(Word):
    """Who asked for a recusal."""

    PETITIONER = "petitioner", "信访人申请"
    OFFICIAL = "official", "本人申请"


class Recusal(models.Model):
    """A request that one person keep out of a case; once agreed, that person is walled off from it.

    ``of_head``: the person led the unit when it was asked, so that a superior decides.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="recusals")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="recusals")
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="回避人员")
    of_head = models.BooleanField(default=False)
    source = WordField("提出方式", max_length=20, choices=RecusalSource.choices())
    reason = models.TextField("回避理由")
    asked_on = models.DateField("申请日期")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField("是否回避", null=True)
    note = models.TextField("决定理由", default="")
    decided_on = models.DateField("决定日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "回避"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["leg", "person"], condition=models.Q(agreed=None), name="recusal_one_open")
        ]
        indexes = [
            models.Index(fields=["person", "case"], condition=models.Q(agreed=True), name="recusal_agreed_person")
        ]
