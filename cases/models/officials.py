"""What was made known of officials whom a petition accuses (Art. 30, para 2): sealed like the accusation itself."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models.case import Case
from cases.models.document import Document
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.officials import OfficialsTo
from organizations.models import Staff, Unit


class OfficialsReport(models.Model):
    """One report to the organisation department, for a major matter to the leaders too; ``document`` is its letter."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="officials_reports")
    officials = SealedTextField("被反映的干部")
    told = ArrayField(WordField(max_length=20, choices=OfficialsTo.choices()))
    body = models.CharField("通报的机关", max_length=100)
    major = models.BooleanField("重大情况", default=False)
    left_out = models.CharField("未报送的原因", max_length=200, default="")
    content = SealedTextField("反映的主要情况")
    reported_on = models.DateField("通报日期")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    receipt_on = models.DateField("回执日期", null=True)
    receipt_note = models.CharField("回执情况", max_length=200, default="")
    receipt_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "干部问题情况通报"
        ordering = ["id"]
