"""Reports 排查报告, a town's approval of its grid, and the doubts about zeros that only town and district see."""

from typing import Self

from django.db import models
from django.db.models import Q

from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from organizations.authority import stands_at
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.reach_of_right import held_over
from organizations.roles import Right
from screening.models.rounds import Round
from screening.models.words import ReportSource


class AtUnitQuerySet(RecordQuerySet):
    """Who reads what hangs on a unit: a village its own, a town that of its villages, the district all."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of the units within a person's reach."""
        return self.filter(held_over(staff, Right.READ_SCREENING, "unit"))


class Report(Record):
    """What a unit reported of a round; corrected by another row, never overwritten.

    ``client_id``: made by whoever sends it, so that the same sending twice is one report. ``sent_at``: what the clock of
    the sender said; it decides nothing. ``proxy``: entered by somebody else for the unit, told on the phone by ``told_by``.
    ``groups``: [{unit, nothing, phoned}] of the village's groups. ``answers``: what the questions of a theme were answered.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reports", db_index=False)
    client_id = models.UUIDField(unique=True)
    sent_at = models.DateTimeField(null=True)
    zero = models.BooleanField("零报告")
    late = models.BooleanField("迟报", default=False)
    current = models.BooleanField(default=True)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", verbose_name="更正")
    reported_on = models.DateField("填报日期")
    reported_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", verbose_name="填报人", db_index=False
    )
    proxy = models.BooleanField("代报", default=False)
    told_by = SealedTextField("谁来电报告", default="")
    source = WordField("来源", max_length=10, choices=ReportSource.choices(), default=ReportSource.PAGE)
    groups = models.JSONField("各组情况", default=list)
    answers = models.JSONField("专项填报", default=dict)

    objects = AtUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "排查报告"
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], condition=Q(current=True), name="report_current_once")
        ]
        indexes = [models.Index(fields=["unit", "-reported_on", "-id"], name="report_of_unit")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/screening/reports/{self.pk}/"


class GridApproval(Record):
    """A town's approval of a round of all its villages: it locks the round there until it is opened again with a reason."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="approvals")
    approved_on = models.DateField("审核日期")
    approved_by = models.ForeignKey(
        Staff, on_delete=models.PROTECT, related_name="+", verbose_name="审核人", db_index=False
    )
    expected = models.PositiveIntegerField("应报")
    on_time = models.PositiveIntegerField("按时")
    late = models.PositiveIntegerField("迟报")
    zero = models.PositiveIntegerField("零报告")
    reason = models.CharField("重新开启的理由", max_length=200, default="")

    objects = AtUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "排查审核"
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="approval_once")]

    def get_absolute_url(self) -> str:
        """Return the address of the grid that it covers."""
        return f"/screening/grid/?town={self.unit_id}"


class DoubtQuerySet(models.QuerySet["ZeroDoubt"]):
    """Who knows of a doubt: the town and the district, never the village itself."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the doubts within a person's reach about units that he does not belong to."""
        own = [unit.pk for unit in stands_at(staff)]
        return self.filter(held_over(staff, Right.CHECK_SCREENING, "report__unit")).exclude(report__unit__in=own)


class ZeroDoubt(models.Model):
    """That a zero is doubtful, and by which rules; no case, no day, nobody."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="doubt")
    rules = models.JSONField(default=list)
    found_on = models.DateField()

    objects = DoubtQuerySet.as_manager()

    class Meta:
        verbose_name = "存疑零报告"
