"""The records of rooms (design §14): a row with its own few steps, a version, and what hangs on it: notices and files."""

from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from kit.rooms import all_of
from organizations.models.journal import JournalEntry
from organizations.models.papers import StoredFile
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

    def may_be_read_by(self, staff: Staff) -> bool:
        """Tell whether a person may read this record, by its own rule."""
        rows: Any = type(self)._default_manager
        return bool(rows.readable_by(staff).filter(pk=self.pk).exists())

    def get_absolute_url(self) -> str:
        """Return the address of its page; "" for a record that has none."""
        return ""


class OnRecordQuerySet(models.QuerySet[Any]):
    """Questions asked of what hangs on a record of any room; ``ON_RECORD`` of the model: its ways to kind and key."""

    def readable_by(self, staff: Staff) -> Self:
        """Return what hangs on records that a person may read; each kind of record is asked by its own rule."""
        kind, key = self.model.ON_RECORD
        asked = Q(pk__in=())
        for label in all_of("records"):
            rows: Any = apps.get_model(label)._default_manager
            asked |= Q(**{kind: label, f"{key}__in": rows.readable_by(staff).values("pk")})
        return self.filter(asked)

    def hanging_on(self, record: Record) -> Self:
        """Return what hangs on one record, which was read through its own rule before."""
        kind, key = self.model.ON_RECORD
        return self.filter(**{kind: record._meta.label_lower, key: record.pk})


class RecordNotice(models.Model):
    """A line on a person's desk about a record of a room: what was done and where to look, no personal data."""

    ON_RECORD: ClassVar = ("entry__kind", "entry__key")

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="record_notices")
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="notices")
    text = models.CharField(max_length=200)
    url = models.CharField(max_length=200)
    read_at = models.DateTimeField(null=True)

    objects = OnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "记录提醒"
        constraints = [models.UniqueConstraint(fields=["entry", "staff"], name="record_notice_once")]
        indexes = [models.Index(fields=["staff", "-id"], condition=models.Q(read_at=None), name="record_notice_unread")]


class RecordFile(StoredFile):
    """A file of a room's record; who may read the record may read it."""

    ON_RECORD: ClassVar = ("kind", "key")

    kind = models.CharField(max_length=60)
    key = models.BigIntegerField()
    file = models.FileField(upload_to="records/%Y/%m/")
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = OnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "记录附件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "sm3"], name="record_file_once")]
