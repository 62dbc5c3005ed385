"""The records of rooms (design §14): a row with its own few steps, a version, and notices to whom it concerns."""

from typing import Any, Self

from django.db import models

from organizations.models.journal import JournalEntry
from organizations.models.staff import Staff
from organizations.models.units import Unit


class RecordQuerySet(models.QuerySet[Any]):
    """Questions asked of records; the room says who may read them."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the records that a person may read."""
        raise NotImplementedError(f"{self.model.__name__} has to say who may read it")


class Record(models.Model):
    """What every record of a room has; its history is the journal (organizations/recording.py writes both).

    A room gives it a manager from a `RecordQuerySet` of its own and names it in ``records`` of its room.py.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="区县")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="单位")
    state = models.CharField("状态", max_length=30)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class RecordNotice(models.Model):
    """A line on a person's desk about a record of a room: what was done and where to look, no personal data."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="record_notices")
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="notices")
    text = models.CharField(max_length=200)
    url = models.CharField(max_length=200)
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "记录提醒"
        constraints = [models.UniqueConstraint(fields=["entry", "staff"], name="record_notice_once")]
        indexes = [models.Index(fields=["staff", "-id"], condition=models.Q(read_at=None), name="record_notice_unread")]


class RecordFile(models.Model):
    """A file of a room's record with its SM3 digest; who may read the record may read it."""

    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()
    name = models.CharField("文件名", max_length=120)
    file = models.FileField(upload_to="records/%Y/%m/")
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sm3 = models.CharField(max_length=64)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = "记录附件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "sm3"], name="record_file_once")]
