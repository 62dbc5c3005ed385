"""Forecasts: how probably a running clock will be missed, as it was said on a day, and what came of it."""

from typing import Self

from django.db import models
from django.db.models import Q

from cases.models import Clock, Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.vocabulary import Duty
from law.words import Word
from organizations.models import Staff, Unit
from organizations.reach_of_right import held_over
from organizations.roles import Right

# Today's own rows have no horizon: they are written anew every night. The others are kept as they were said.
TODAY = 0
HORIZONS = (5, 10, 30)


class Stage(Word):
    """How far a leg has come; a clock of the desk itself has none of it."""

    WAITING = "waiting", "还没有受理"
    ACCEPTED = "accepted", "已受理、没有登记调查"
    LOOKED_INTO = "looked_into", "已登记调查、没有签发"
    SIGNED = "signed", "已签发"


class ForecastQuerySet(ReadableQuerySet["ClockForecast"]):
    """Who reads forecasts: who supervises the unit that owes, of cases that he sees and that are not sealed."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the forecasts of clocks of the units within a person's reach."""
        here = held_over(staff, Right.FORECAST, "unit")
        return super().readable_by(staff).filter(here, clock__case__sealed=False)


class ClockForecast(models.Model):
    """One clock on one day: how far it was, what the unit's and the district's past said, the probability of a miss.

    ``horizon`` 0: of today, written anew each night. 5, 10, 30: said once, on the first night on which the date was
    within so many days, and never changed; ``missed`` is filled in when it is known, and stays empty where the law let
    the clock go or its date was moved. ``spent``: per cent of its time gone, downwards to a step of the history.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="责任单位")
    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="+", db_index=False)
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="+")
    duty = WordField("职责", max_length=30, choices=Duty.choices())
    horizon = models.PositiveSmallIntegerField("提前天数")
    made_on = models.DateField("预测日期")
    due_on = models.DateField("到期日")
    stage = WordField("进展", max_length=15, choices=Stage.choices())
    spent = models.PositiveSmallIntegerField("已用时间")
    unit_past = models.PositiveIntegerField("本单位同样情况的件数")
    unit_missed = models.PositiveIntegerField("其中超期")
    district_past = models.PositiveIntegerField("全区同样情况的件数")
    district_missed = models.PositiveIntegerField("其中超期")
    probability = models.FloatField("超期的可能")
    # What the district's past alone would have said: what the score of the rule is measured against.
    district_share = models.FloatField("只看全区")
    replayed = models.BooleanField("事后补算", default=False)
    missed = models.BooleanField("后来超期", null=True)
    checked_on = models.DateField("核对日期", null=True)

    objects = ForecastQuerySet.as_manager()

    class Meta:
        verbose_name = "超期预测"
        constraints = [models.UniqueConstraint(fields=["clock", "horizon", "due_on"], name="forecast_once")]
        indexes = [
            models.Index(fields=["district", "due_on", "id"], condition=Q(horizon=TODAY), name="forecast_today_due"),
            models.Index(fields=["unit", "due_on", "id"], condition=Q(horizon=TODAY), name="forecast_today_unit"),
            models.Index(fields=["district", "made_on"], condition=Q(horizon__gt=TODAY), name="forecast_kept_made"),
            models.Index(fields=["clock"], condition=Q(horizon__gt=TODAY, checked_on=None), name="forecast_unchecked"),
        ]
