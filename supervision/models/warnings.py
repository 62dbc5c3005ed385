"""Warnings 预警: what was warned of, whom, when and by what; how far each date has been warned of; every run of the task.

Keys without a reference (`AlertWatch`, `Turn`) belong to the task and its auditor: nobody reads them as rows of a case.
"""

from django.db import models
from django.db.models import Q

from cases.models import Case, Clock, HandOff, Leg
from cases.sight.querysets import ReadableQuerySet
from kit.messages.models import Message
from kit.word_field import WordField
from law.warning_stages import Colour
from organizations.models import Staff, Unit
from organizations.moments import MomentField

# The stage of a watch that has reached none yet: above every threshold.
UNREACHED = 99


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

    ``what``: c for a clock, a for what another unit was asked; ``key`` its key. ``stage``: the last threshold reached.
    """

    what = models.CharField(max_length=1)
    key = models.BigIntegerField()
    due_on = models.DateField()
    stage = models.SmallIntegerField(default=UNREACHED)

    class Meta:
        verbose_name = "预警进度"
        constraints = [models.UniqueConstraint(fields=["what", "key", "due_on"], name="alert_watch_once")]


class Alert(models.Model):
    """One warning to one person: of which date, at which threshold, why he is told, and what became of it.

    ``clock`` or ``hand_off``: whose date it is; ``unit`` is late, ``duty`` its word. ``instead_of``: the person who is
    away. ``message``: what carried it, empty until it is sent. ``over``: the date was met or moved, or a later threshold
    told of it again. ``seen_at``: he opened the list, or answered a red one with a tap.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="alerts")
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

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "预警"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clock", "due_on", "stage", "staff"], condition=Q(clock__isnull=False), name="alert_clock_once"
            ),
            models.UniqueConstraint(
                fields=["hand_off", "due_on", "stage", "staff"],
                condition=Q(hand_off__isnull=False),
                name="alert_asked_once",
            ),
            models.CheckConstraint(
                condition=Q(clock__isnull=False, hand_off=None) | Q(clock=None, hand_off__isnull=False),
                name="alert_of_one",
            ),
        ]
        indexes = [
            models.Index(fields=["staff", "due_on", "id"], condition=Q(over=False), name="alert_of_staff"),
            models.Index(fields=["staff"], condition=Q(message=None), name="alert_untold"),
            models.Index(fields=["id"], condition=Q(over=False), name="alert_standing"),
        ]


class AlertSilence(models.Model):
    """A date that is not pushed for some days: by whom, why, until when. Its warnings are written and shown all the same.

    ``level``: who put it off; whoever stands over him is told as ever.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, null=True, related_name="silences")
    hand_off = models.ForeignKey(HandOff, on_delete=models.PROTECT, null=True, related_name="silences")
    due_on = models.DateField("到期日")
    level = models.PositiveSmallIntegerField("告知谁")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="由谁")
    reason = models.CharField("理由", max_length=200)
    from_day = models.DateField("起")
    to_day = models.DateField("止")
    at = MomentField("时间")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "暂不提醒"
        ordering = ["id"]
        indexes = [models.Index(fields=["to_day"], name="silence_to_day")]


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
