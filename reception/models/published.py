"""What the portal publishes: the guide 导引图 of who is responsible, and what Art. 18 orders an office to publish; both in dated versions."""

from typing import Any

from django.db import models
from django.urls import reverse

from kit.word_field import WordField
from law.vocabulary import Path
from law.words import Word
from organizations.models import Staff, Unit
from organizations.moments import MomentField


class Matters(Word):
    """What Art. 18 orders to publish."""

    CHANNELS = "channels", "网络信访渠道"
    ADDRESS = "address", "通信地址"
    PHONES = "phones", "咨询投诉电话"
    HOURS = "hours", "信访接待的时间和地点"
    ENQUIRY = "enquiry", "查询办理进展和结果的方式"
    RULES = "rules", "与信访工作有关的法规制度"
    PROCEDURE = "procedure", "信访事项的处理程序"
    CONVENIENCE = "convenience", "便利信访人的其他事项"


class GuideRow(models.Model):
    """From a day on, matters of a category (at a place, everywhere where none is named) belong to a unit, by a legal path.

    A version is never changed: the newest that has begun holds; ``ended`` says that from its day on nothing holds.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    category = models.CharField("内容分类代码", max_length=12)
    place = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, verbose_name="地点"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="责任单位")
    path = WordField("法定途径", max_length=30, choices=Path.choices())
    papers = models.TextField("应带材料", default="")
    remark = models.CharField("说明", max_length=300, default="")
    valid_from = models.DateField("生效日期")
    ended = models.BooleanField(default=False)
    kept_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    kept_at = MomentField()

    class Meta:
        verbose_name = "导引条目"
        indexes = [models.Index(fields=["district", "category", "-valid_from", "-id"], name="guide_row_category")]

    def get_absolute_url(self) -> str:
        """Return the address of the page of all rows."""
        return reverse("reception:guide_rows")


class Published(models.Model):
    """What an office says publicly of one of the matters of Art. 18, from a day on; the newest that has begun holds."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    matter = WordField("公布事项", max_length=20, choices=Matters.choices())
    text = models.TextField("内容")
    valid_from = models.DateField("公布日期")
    kept_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    kept_at = MomentField()

    class Meta:
        verbose_name = "公布事项"
        indexes = [models.Index(fields=["unit", "matter", "-valid_from", "-id"], name="published_unit")]

    def get_absolute_url(self) -> str:
        """Return the address of the page of all that is published."""
        return reverse("reception:publishing")


def newest(rows: Any) -> Any:
    """Order versions so that the one that holds comes first."""
    return rows.order_by("-valid_from", "-id")
