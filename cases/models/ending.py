"""What is recorded once a leg is finished: finalisation, after-care, the archive; and corrections of letters."""

from django.db import models

from cases.models.document import Document
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.endings import CareKind, FinalizationGround, Retention
from organizations.models import Staff


class Finalization(models.Model):
    """终结认定: proposed by one person with its ground, approved by another."""

    leg = models.OneToOneField(Leg, on_delete=models.CASCADE, related_name="finalization")
    ground = WordField("终结情形", max_length=20, choices=FinalizationGround.choices())
    reason = models.TextField("认定理由")
    proposed_on = models.DateField("提请日期")
    proposed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    approved_on = models.DateField("核准日期", null=True)
    approved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "终结认定"


class AfterCare(models.Model):
    """后续帮扶 (Art. 37, para 3): what was done for the petitioner after the procedure had ended."""

    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="after_cares")
    kind = WordField("方式", max_length=20, choices=CareKind.choices())
    on = models.DateField("日期")
    text = models.TextField("情况")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "后续帮扶"
        ordering = ["on", "id"]


class Archiving(models.Model):
    """归档: the retention class and the index of the file; the leg can only be read from then on."""

    leg = models.OneToOneField(Leg, on_delete=models.CASCADE, related_name="archiving")
    retention = WordField("保管期限", max_length=10, choices=Retention.choices())
    index = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("归档日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "归档"


class Correction(models.Model):
    """更正: a slip in an issued letter, put right by a sheet of its own; the letter itself never changes."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="corrections")
    sheet = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="correction_of")
    wrong = SealedTextField("原文")
    right = SealedTextField("更正为")
    reason = models.CharField("理由", max_length=200)
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "文书更正"
        ordering = ["id"]
