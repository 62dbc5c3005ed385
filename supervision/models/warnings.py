"""Warnings 预警: what was warned of, whom, when and by what; how far each date has been warned of; every run of the task.

Keys without a reference (`AlertWatch`, `Turn`) belong to the task and its auditor: nobody reads them as rows of a case.
"""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q

from cases.models import Case, Clock, HandOff, Leg
from cases.sight.each import each_has
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.messages.models import Message
from kit.word_field import WordField
from law.warning_stages import Colour
from organizations.models import Staff, Unit
from organizations.moments import MomentField
from supervision.models.tasks import Task
from supervision.models.visits import VisitFeedback
from supervision.words.warnings import OF_CASES, Dated

# The stage of a watch that has reached none yet: above every threshold.
UNREACHED = 99
# Fewer people read these than their case, and a task may have none: the record's own rule is asked, too.
BY_OWN_RULE: dict[Dated, Any] = {Dated.TASK: Task, Dated.FEEDBACK: VisitFeedback}


class OfDateQuerySet(ReadableQuerySet[Any]):
    """Who reads what is said of a date: who reads its case, or, where a record has a narrower rule, or no case, that record."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows whose case, or record, a person may read."""
        opened = ~Q(what__in=BY_OWN_RULE)
        for what, model in BY_OWN_RULE.items():
            rows = model.objects.readable_by(staff).filter(pk=OuterRef("key"))
            opened |= Q(what=what) & each_has(rows)
        return self.filter(Mark(self.model._meta.db_table), Q(case=None) | self.in_sight(staff), opened)


class AlertRun(models.Model):
    """One run of the task: the day it warned for, when it began, and when it had told all there was; empty: it broke off."""

    on = models.DateField("预警日")
    began_at = models.DateTimeField("开始")
    ended_at = models.DateTimeField("完成", null=True)
    written = models.PositiveIntegerField("预警条数", default=0)
    unheard = models.PositiveIntegerField("无人可告的期限", default=0)

    class Meta:
        verbose_name = "预警运行"
        ordering = ["id"]
        indexes = [models.Index(fields=["on"], name="alert_run_on")]


class AlertWatch(models.Model):
    """How far one due date has been warned of. A changed date is another row; a date that comes back goes on where it was.

    ``what``: of which kind the date is; ``key``: of the row that has it. ``stage``: the last threshold reached.
    """

    what = WordField(max_length=1, choices=Dated.choices())
    key = models.BigIntegerField()
    due_on = models.DateField()
    stage = models.SmallIntegerField(default=UNREACHED)

    class Meta:
        verbose_name = "预警进度"
        constraints = [models.UniqueConstraint(fields=["what", "key", "due_on"], name="alert_watch_once")]


class Alert(models.Model):
    """One warning to one person: of which date, at which threshold, why he is told, and what became of it.

    ``what`` and ``key``: of which kind the date is, and the row that has it (``clock``, ``hand_off``: the same, for
    these); ``unit`` is late, ``duty`` its word. A task may have no case. ``instead_of``: the person who is away. ``message``: what carried it, empty until it is sent. ``over``: the date was met or moved, or a later threshold
    told of it again. ``seen_at``: he opened the list, or answered a red one with a tap.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    what = WordField("哪一种期限", max_length=1, choices=Dated.choices())
    key = models.BigIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="alerts")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, null=True, related_name="alerts", db_index=False)
    hand_off = models.ForeignKey(HandOff, on_delete=models.PROTECT, null=True, related_name="alerts", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="责任单位")
    duty = models.CharField("期限", max_length=30)
    due_on = models.DateField("到期日")
    stage = models.SmallIntegerField("预警时点")
    colour = WordField("颜色", max_length=10, choices=Colour.choices())
    level = models.PositiveSmallIntegerField("告知谁")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name="告知")
    instead_of = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    run = models.ForeignKey(AlertRun, on_delete=models.PROTECT, related_name="alerts")
    on = models.DateField("预警日")
    message = models.ForeignKey(Message, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    over = models.BooleanField(default=False)
    seen_at = models.DateTimeField("确认时间", null=True)
    # Where it is seen to, and who put off that it is pushed: written on it where warnings are read.
    url: str = ""
    silence: "AlertSilence | None" = None

    objects = OfDateQuerySet.as_manager()

    class Meta:
        verbose_name = "预警"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["what", "key", "due_on", "stage", "staff"], name="alert_once"),
            models.CheckConstraint(
                condition=Q(what=Dated.CLOCK, clock__isnull=False, hand_off=None)
                | Q(what=Dated.ASKED, clock=None, hand_off__isnull=False)
                | ~Q(what__in=OF_CASES) & Q(clock=None, hand_off=None),
                name="alert_of_one",
            ),
            models.CheckConstraint(condition=Q(case__isnull=False) | Q(what=Dated.TASK), name="alert_of_case"),
        ]
        indexes = [
            models.Index(fields=["staff", "due_on", "id"], condition=Q(over=False), name="alert_of_staff"),
            models.Index(fields=["staff"], condition=Q(message=None), name="alert_untold"),
            models.Index(fields=["what", "key"], condition=Q(over=False), name="alert_standing"),
        ]


class AlertSilence(models.Model):
    """A date that is not pushed for some days: by whom, why, until when. Its warnings are written and shown all the same.

    ``level``: who put it off; whoever stands over him is told as ever.
    """

    what = WordField("哪一种期限", max_length=1, choices=Dated.choices())
    key = models.BigIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    due_on = models.DateField("到期日")
    level = models.PositiveSmallIntegerField("告知谁")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="由谁")
    reason = models.CharField("理由", max_length=200)
    from_day = models.DateField("起")
    to_day = models.DateField("止")
    at = MomentField("时间")

    objects = OfDateQuerySet.as_manager()

    class Meta:
        verbose_name = "暂不提醒"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["to_day"], name="silence_to_day"),
            models.Index(fields=["what", "key"], name="silence_of_date"),
        ]


class Turn(models.Model):
    """What one act did to a date, or to whom it concerns: written by the database in the transaction of the act.

    Append-only. ``what``: c a clock, a what another unit was asked, l a leg, s the seal of a case (``held``: it is
    sealed, ``runs``: hidden from its desk, ``unit``); ``key`` its key. ``sequence``: of the event in the chain of its case; a turn without that event counts for nothing.
    """

    what = models.CharField(max_length=1)
    key = models.BigIntegerField()
    case = models.BigIntegerField(db_column="case_id")
    sequence = models.PositiveIntegerField()
    due_on = models.DateField(null=True)
    runs = models.BooleanField(default=False)
    duty = models.CharField(max_length=30, default="")
    unit = models.BigIntegerField(null=True, db_column="unit_id")
    leg = models.BigIntegerField(null=True, db_column="leg_id")
    handler = models.BigIntegerField(null=True, db_column="handler_id")
    held = models.BooleanField(default=False)

    class Meta:
        verbose_name = "期限变动"
        indexes = [models.Index(fields=["case", "id"], name="turn_of_case")]
