"""Rounds 排查期: when which kind of unit reports; and themed screenings 专项排查, published after their cost was seen."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from kit.word_field import WordField
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right
from organizations.vocabulary import DEPARTMENTS, UnitKind
from screening.models.words import RoundState

# A village reports for its groups, so groups have no rounds of their own.
REPORTING = (UnitKind.VILLAGE, UnitKind.TOWN, UnitKind.DEPARTMENT)


class ThemeQuerySet(RecordQuerySet):
    """Who reads themed screenings: whoever reads the screening of the district."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the themes of the district of a person who reads screening anywhere in it."""
        here = held_over(staff, Right.ARRANGE_SCREENING, "unit")
        return self.filter(here | Q(district=staff.unit.district_id, state="published"))


class Theme(Record):
    """A themed screening: what is asked of which units between which days, beside the ordinary report.

    ``questions``: what each report answers besides, short labels; ``kinds``: which kinds of units are asked.
    """

    title = models.CharField("主题", max_length=60)
    kinds = models.JSONField("填报单位类型", default=list)
    questions = models.JSONField("增加的填报项", default=list)
    from_day = models.DateField("开始日期")
    to_day = models.DateField("结束日期")
    why = models.CharField("依据", max_length=200)
    published_on = models.DateField("发布日期", null=True)
    # What whoever published it was shown: minutes of all units together.
    minutes = models.PositiveIntegerField("基层填报用时（分钟）", default=0)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = "专项排查"
        indexes = [models.Index(fields=["district", "-from_day", "-id"], name="theme_from")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/screening/themes/{self.pk}/"


class RoundQuerySet(models.QuerySet["Round"]):
    """Who knows of rounds: whoever reads screening in their district."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rounds of a person's district, none for who reads no screening."""
        return self.filter(district=staff.unit.district_id) if holdings(staff, Right.READ_SCREENING) else self.none()


class Round(models.Model):
    """One round of one kind of unit in a district: opened, reminded of and closed by the clock."""

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = WordField("填报单位类型", max_length=30, choices=UnitKind.choices())
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="rounds", verbose_name="专项")
    label = models.CharField("期次", max_length=80)
    first_day = models.DateField("开始日期")
    last_day = models.DateField("结束日期")
    due_on = models.DateField("应报日期")
    state = WordField("状态", max_length=10, choices=RoundState.choices(), default=RoundState.OPEN)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = "排查期"
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind", "first_day"], condition=Q(theme=None), name="round_ordinary_once"
            ),
            models.UniqueConstraint(fields=["theme", "kind"], name="round_of_theme_once"),
        ]
        indexes = [
            models.Index(fields=["district", "kind", "-first_day", "-id"], name="round_newest"),
            models.Index(fields=["due_on"], condition=Q(state=RoundState.OPEN.value), name="round_open_due"),
        ]

    @property
    def kinds(self) -> tuple[UnitKind, ...]:
        """Return the kinds of units that report in it: all departments together."""
        kind = UnitKind(self.kind)
        return DEPARTMENTS if kind is UnitKind.DEPARTMENT else (kind,)

    def expects(self, unit: Unit) -> bool:
        """Tell whether a unit owes a report: it is there on the first day and on the day it is due."""
        return unit.kind in self.kinds and is_there(unit, self.first_day) and is_there(unit, self.due_on)


def is_there(unit: Unit, day: date) -> bool:
    """Tell whether a unit exists on a day, by its dates."""
    return unit.valid_from <= day and (unit.valid_to is None or unit.valid_to > day)
