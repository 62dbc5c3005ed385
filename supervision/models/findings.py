"""Findings 督办线索: what a rule found in the events of a case, kept as it was found."""

from typing import Any

from django.db import models
from django.db.models import Q

from cases.models import Case, Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from organizations.models.record import Record, RecordQuerySet
from supervision.words.orders import Failure, FindingState


# Two bases of the house, of which each has a manager of its own.
class OfCaseQuerySet(ReadableQuerySet[Any], RecordQuerySet):  # type: ignore[override]
    """Records that are seen only by whom their case, and its sealed part, is seen by: `readable_by` of cases decides."""


class Finding(Record):
    """One failure of a unit that a rule found: ``key`` is the row that shows it, ``missed_on`` the last day in time.

    Written once and never found anew: what was late stays late, whatever is edited or set afterwards.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="findings", db_index=False)
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, related_name="findings")
    failure = WordField("情形", max_length=20, choices=Failure.choices())
    key = models.BigIntegerField()
    missed_on = models.DateField("应在此日前")
    found_on = models.DateField("发现日期")
    reason = models.CharField("不予督办的理由", max_length=500, default="")

    objects = OfCaseQuerySet.as_manager()

    class Meta:
        verbose_name = "督办线索"
        constraints = [models.UniqueConstraint(fields=["failure", "key"], name="finding_once")]
        indexes = [
            models.Index(
                fields=["district", "-missed_on", "-id"], condition=Q(state=FindingState.OPEN), name="finding_open"
            ),
            models.Index(fields=["unit", "-missed_on"], condition=Q(state=FindingState.OPEN), name="finding_open_unit"),
            models.Index(fields=["case"], name="finding_case"),
        ]
