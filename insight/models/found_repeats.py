"""Cases that came in many at once, and one of each that they may repeat: found by the worker, looked at by a person."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record


class FoundState(Word):
    """导入后找到的重复的状态."""

    OPEN = "open", "待核对"
    JOINED = "joined", "已并入"
    DISMISSED = "dismissed", "不是同一事项"


class FoundQuerySet(ReadableQuerySet[Any]):
    """Pairs are told to who says at the desk which matter a case is of, and reads the whole of both cases."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the pairs of which a person reads both cases; of a sealed one there is none (Art. 30)."""
        both = of_whole_case(staff) & of_whole_case(staff, "other")
        opened = Q(case__sealed=False, other__sealed=False)
        return self.filter(Mark(self.model._meta.db_table), at_places(staff, Act.JOIN_MATTER), opened, both)


class FoundRepeat(Record):
    """A case that was imported, and one of much the same words; no word of either is kept here."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="found_repeats")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    closeness = models.FloatField("相近")
    found_on = models.DateField("找到日期")
    decided_on = models.DateField("核对日期", null=True)
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = FoundQuerySet.as_manager()

    class Meta:
        verbose_name = "导入后可能的重复"
        constraints = [models.UniqueConstraint(fields=["case", "other"], name="found_repeat_once")]
        indexes = [
            models.Index(
                fields=["unit", "found_on", "id"], condition=Q(state=FoundState.OPEN.value), name="found_open"
            ),
            models.Index(fields=["unit", "-found_on", "-id"], name="found_on_day"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("insight:found", args=[self.pk])
