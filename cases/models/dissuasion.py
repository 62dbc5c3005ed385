"""劝阻、批评、教育: what happened, when, where and what was said; of a case, never of a person (Art. 26, 47)."""

from django.db import models

from cases.models.case import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.dissuasion import DissuasionKind
from organizations.models import Staff, Unit


class Dissuasion(models.Model):
    """One occasion. It names nobody in a column, is in no index, list or file, and is read with its case alone.

    ``remark``: what the petitioner says of it, once.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dissuasions")
    kind = WordField("方式", max_length=12, choices=DissuasionKind.choices())
    on = models.DateField("日期")
    at_time = models.CharField("时间", max_length=20, default="")
    place = models.CharField("地点", max_length=100)
    happened = models.TextField("当时的情况")
    said = models.TextField("说了什么")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    remark = models.TextField("信访人的说明", default="")
    remarked_on = models.DateField("说明日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "劝阻教育记录"
        ordering = ["on", "id"]
