"""What becomes of suggestions (Art. 29): awards, and the collections that ask people for them."""

from django.db import models

from cases.models.demand import Demand
from cases.models.document import Document
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff, Unit


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
    kind = WordField("奖励方式", max_length=20, choices=AwardKind.choices())
    recipient = SealedTextField("奖励对象")
    body = models.CharField("奖励机关", max_length=100)
    contribution = models.TextField("贡献")
    awarded_on = models.DateField("奖励日期")
    letter = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField("登记日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "奖励"
        ordering = ["id"]


class Collection(models.Model):
    """人民建议征集 (Art. 29, para 3): what a unit asks people for, from when to when, and what came of it.

    Open to everybody without a name from `opens_on` to `closes_on`; it never names a petitioner.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="征集单位")
    title = models.CharField("征集主题", max_length=100)
    asks = models.TextField("征集内容")
    opens_on = models.DateField("开始日期")
    closes_on = models.DateField("截止日期")
    made_on = models.DateField("发布日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    result = models.TextField("征集结果", default="")
    result_on = models.DateField("结果公布日期", null=True)
    result_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "人民建议征集"
        ordering = ["-opens_on", "-id"]
        indexes = [models.Index(fields=["district", "-opens_on", "-id"], name="collection_district_opens")]
