"""Days that an official notice, or the administrator, made different from the base calendar."""

from django.db import models

from kit.word_field import WordField
from organizations.moments import MomentField
from organizations.vocabulary import DayKind


class CalendarDay(models.Model):
    """One overridden day: a holiday, or a rest day that is worked."""

    on = models.DateField("日期", primary_key=True)
    kind = WordField("类型", max_length=10, choices=DayKind.choices())
    name = models.CharField("说明", max_length=40)
    updated_at = MomentField()

    class Meta:
        verbose_name = "日历调整"
        ordering = ["on"]
