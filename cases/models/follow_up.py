"""What follows an act after its commit, and the notices it makes."""

from django.db import models

from cases.models.case import Case
from cases.models.event import Event
from cases.sight.querysets import ReadableQuerySet
from organizations.models import Staff
from organizations.moments import MomentField


class FollowUp(models.Model):
    """One thing still to be done for an event, written with it; claimed by conditional update, swept every 5 minutes.

    Once done it is of use to nobody: a nightly task deletes what was done more than thirty days ago.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="follow_ups", db_index=False)
    kind = models.CharField(max_length=20)
    created_at = MomentField()
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, default="")

    class Meta:
        verbose_name = "后续事项"
        constraints = [models.UniqueConstraint(fields=["event", "kind"], name="follow_up_once")]
        indexes = [models.Index(fields=["created_at"], condition=models.Q(done_at=None), name="follow_up_waiting")]


class Notice(models.Model):
    """A line on a person's desk: numbers and acts only, no personal data."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="notices")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="notices", db_index=False)
    text = models.CharField(max_length=200)
    created_at = MomentField()
    read_at = models.DateTimeField(null=True)
    # The change of the calendar that moved a date, where the notice tells of one.
    change = models.BigIntegerField(null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "提醒"
        constraints = [models.UniqueConstraint(fields=["event", "staff"], name="notice_once")]
        indexes = [
            models.Index(fields=["staff", "-id"], condition=models.Q(read_at=None, change=None), name="notice_unread"),
            models.Index(
                fields=["staff", "-id"], condition=models.Q(read_at=None, change__isnull=False), name="notice_moved"
            ),
        ]
