"""Livelihood projects 民生项目 and legal publicity 法治宣传: what was done for many, with dates and reach; no petitioner."""

from typing import Self

from django.db import models

from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right


class ProjectKind(Word):
    """What a project is about."""

    ROAD = "road", "道路交通"
    WATER = "water", "供水排水"
    ENERGY = "energy", "供电供气供暖"
    HOUSING = "housing", "住房安置"
    SCHOOL = "school", "教育"
    HEALTH = "health", "医疗卫生"
    ENVIRONMENT = "environment", "环境整治"
    OTHER = "other", "其他"


class PublicityForm(Word):
    """How the law was made known."""

    LECTURE = "lecture", "讲座培训"
    STALL = "stall", "现场咨询"
    BROADCAST = "broadcast", "广播电视网络"
    MATERIAL = "material", "发放资料"
    VISIT = "visit", "入村入社区宣讲"


class MeansQuerySet(RecordQuerySet):
    """Who reads projects and campaigns: who enters or approves relief at their unit."""

    def readable_by(self, staff: Staff) -> Self:
        """Return what was entered at the units within a person's reach."""
        here = held_over(staff, Right.PROPOSE_RELIEF, "unit") | held_over(staff, Right.APPROVE_RELIEF, "unit")
        return self.filter(here)


class LivelihoodProject(Record):
    """A project for people's livelihood; the investment in 分."""

    name = models.CharField("项目名称", max_length=100)
    kind = WordField("类别", max_length=15, choices=ProjectKind.choices())
    location = models.CharField("地点", max_length=100)
    basis = models.CharField("依据", max_length=200)
    invested = models.PositiveBigIntegerField("投资", default=0)
    started_on = models.DateField("开工日期", null=True)
    planned_on = models.DateField("计划完成日期")
    done_on = models.DateField("完成日期", null=True)
    households = models.PositiveIntegerField("受益户数", default=0)
    people = models.PositiveIntegerField("受益人数", default=0)
    progress = models.CharField("进展", max_length=500, default="")
    recorded_on = models.DateField("登记日期")

    objects = MeansQuerySet.as_manager()

    class Meta:
        verbose_name = "民生项目"
        constraints = [models.UniqueConstraint(fields=["unit", "name", "planned_on"], name="project_once")]
        indexes = [models.Index(fields=["district", "-recorded_on", "-id"], name="project_recorded")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/relief/projects/{self.pk}/"


class PublicityCampaign(Record):
    """A campaign of legal publicity: when, how, how many it reached."""

    title = models.CharField("主题", max_length=100)
    form = WordField("方式", max_length=15, choices=PublicityForm.choices())
    location = models.CharField("地点", max_length=100)
    from_day = models.DateField("开始日期")
    to_day = models.DateField("结束日期")
    reach = models.PositiveIntegerField("覆盖人数")

    objects = MeansQuerySet.as_manager()

    class Meta:
        verbose_name = "法治宣传"
        indexes = [models.Index(fields=["district", "-from_day", "-id"], name="campaign_from")]

    def get_absolute_url(self) -> str:
        """Return the address of the list that it stands in."""
        return "/supervision/relief/campaigns/"
