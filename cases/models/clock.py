"""Clocks 期限: one row per running legal duty of one leg (or case) and one bearer."""

from django.db import models
from django.db.models import Q

from cases.models.case import Case
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.word_field import WordField
from law.deadlines import PERIODS
from law.periods import begun_before_the_regulation
from law.vocabulary import Duty
from organizations.models import Unit

RUNNING = Q(met_on=None, waived_on=None, ended_on=None)


class Clock(models.Model):
    """A running or finished duty. ``due_on`` is stored, and always equal to what law.deadlines recomputes.

    ``simple_days``: while the case is a simple one, the working days of its rule version (never later than the law's).
    ``leg`` is empty for the office's own clocks on the case; ``unit`` is empty for the petitioner's windows.
    It stops in one of three ways: ``met_on``, its duty was fulfilled; ``waived_on``, the law lets it go, for a reason;
    ``ended_on``, an act (``ended_by``) took away what it was owed for, and nothing was fulfilled.
    ``starts_on`` is never edited (Art. 23: a new unit gets its own clocks from its own receipt).
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="clocks")
    leg = models.ForeignKey(Leg, on_delete=models.CASCADE, null=True, related_name="clocks", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    duty = WordField("职责", max_length=30, choices=Duty.choices())
    starts_on = models.DateField("起算日")
    days = models.PositiveSmallIntegerField("指定天数", null=True)
    due_on = models.DateField("到期日", null=True)
    provisional = models.BooleanField(default=False)
    met_on = models.DateField("完成日", null=True)
    waived_on = models.DateField("免除日", null=True)
    waived_reason = models.CharField("免除理由", max_length=200, default="")
    ended_on = models.DateField("终止日", null=True)
    ended_by = models.CharField("终止于", max_length=30, default="")
    extended_days = models.PositiveSmallIntegerField("延长天数", default=0)
    paused_days = models.PositiveSmallIntegerField("扣除天数", default=0)
    simple_days = models.PositiveSmallIntegerField("简易办理的工作日", null=True)
    rule_version = models.CharField(max_length=20, default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "期限"
        ordering = ["due_on", "id"]
        indexes = [
            # Without those of cases, which are many and would be read as one.
            models.Index(fields=["leg"], condition=Q(leg__isnull=False), name="clock_leg"),
            models.Index(fields=["district", "due_on"], condition=RUNNING, name="clock_runs_due"),
            models.Index(fields=["unit", "due_on"], condition=RUNNING, name="clock_unit_runs_due"),
            # Few: what is owed to a body above.
            models.Index(
                fields=["unit", "due_on"], condition=RUNNING & Q(duty=Duty.SUPERIOR_REPORT), name="clock_owed_above"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["leg", "duty"], condition=RUNNING, name="clock_one_runs_per_leg"),
            # Each promise has a clock of its own, and a case may have several.
            models.UniqueConstraint(
                fields=["case", "duty"],
                condition=RUNNING & Q(leg=None) & ~Q(duty=Duty.PROMISE_DUE),
                name="clock_one_duty_per_case",
            ),
        ]

    @property
    def running(self) -> bool:
        """Tell whether the duty is still owed."""
        return self.met_on is None and self.waived_on is None and self.ended_on is None

    @property
    def orientation(self) -> bool:
        """Tell whether it only reminds, by another law: lapsed, nothing is overdue."""
        return PERIODS[Duty(self.duty)].orientation

    @property
    def before_regulation(self) -> bool:
        """Tell whether it began before the Regulation came into force (Art. 50)."""
        return begun_before_the_regulation(self.starts_on)
