"""What becomes of suggestions (Art. 29): awards."""

from django.db import models

from cases.fields import SealedTextField
from cases.models.demand import Demand
from cases.models.document import Document
from cases.models.leg import Leg
from law.words import Word
from organizations.models import Staff


class AwardKind(Word):
    """奖励方式: the Regulation leaves it to other rules which."""

    COMMENDATION = "commendation", "通报表扬"
    CERTIFICATE = "certificate", "荣誉证书"
    BONUS = "bonus", "奖金"
    GIFT = "gift", "奖品"
    OTHER = "other", "其他奖励"


class Award(models.Model):
    """奖励 for an adopted suggestion (Art. 29, para 2): to whom, by which body, on which day; perhaps a letter of thanks."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="awards")
    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="awards")
    kind = models.CharField("奖励方式", max_length=20, choices=AwardKind.choices())
    recipient = SealedTextField("奖励对象")
    body = models.CharField("奖励机关", max_length=100)
    contribution = models.TextField("贡献")
    awarded_on = models.DateField("奖励日期")
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField("登记日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "奖励"
        ordering = ["id"]
