"""Campaigns 专项: old cases to be settled by a day, gathered by a rule or from a superior's list of numbers."""

from django.db import models
from django.urls import reverse

from cases.models import Case
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.words import Word
from organizations.authority import holdings, stands_at
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right


class CampaignState(Word):
    """专项的状态."""

    OPEN = "open", "进行中"
    ENDED = "ended", "已结束"


class Gathered(Word):
    """A case came into a campaign by a rule, or from a list."""

    RULE = "rule", "按规则列入"
    LIST = "list", "按上级表格列入"


class CampaignQuerySet(RecordQuerySet):
    """Who reads campaigns: whoever reads cases in the district; a campaign itself names none."""

    def readable_by(self, staff: Staff) -> "CampaignQuerySet":
        """Return the campaigns of the districts where a person stands."""
        reads = holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED)
        districts = {unit.district_id for unit in stands_at(staff)} if reads else set()
        return self.filter(district__in=districts)


class Campaign(Record):
    """One campaign: what it is called, on whose paper it rests, until when."""

    name = models.CharField("名称", max_length=100)
    source = models.CharField("依据（发文单位、文号）", max_length=100, default="")
    until = models.DateField("完成时限")
    made_on = models.DateField("建立日期")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    ended_on = models.DateField("结束日期", null=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = "专项"
        indexes = [models.Index(fields=["district", "-made_on", "-id"], name="campaign_district")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("supervision:campaign", args=[self.pk])


class CampaignCase(models.Model):
    """A case of a campaign: read by whoever reads the case whole. ``number``: what the superior's list calls it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="cases", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="campaigns")
    how = WordField("怎样列入", max_length=10, choices=Gathered.choices())
    number = models.CharField("上级编号", max_length=80, default="")
    added_on = models.DateField("列入日期")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "专项信访件"
        constraints = [models.UniqueConstraint(fields=["campaign", "case"], name="campaign_case_once")]
        indexes = [models.Index(fields=["campaign", "added_on", "id"], name="campaign_case_added")]


class UnmatchedNumber(models.Model):
    """A number of a superior's list that no case here has: nothing but the number was kept of its row."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="unmatched")
    number = models.CharField("上级编号", max_length=80)
    added_on = models.DateField("登记日期")

    class Meta:
        verbose_name = "没有对上的编号"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["campaign", "number"], name="unmatched_number_once")]
