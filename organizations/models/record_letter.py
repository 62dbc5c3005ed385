"""Letters of the records of rooms, how each was served, and its scans; who may read the record may read them."""

from typing import ClassVar

from django.db import models

from kit.rooms import paper_of
from organizations.models.papers import AnyLetter, AnyService, StoredFile
from organizations.models.record import OnRecordQuerySet
from organizations.models.staff import Staff
from organizations.models.units import Unit


class RecordLetter(AnyLetter):
    """A letter of a record. ``record`` and ``key``: the label and key of the record; ``kind``: the code of its paper."""

    ON_RECORD: ClassVar = ("record", "key")

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="区县")
    record = models.CharField(max_length=60)
    key = models.BigIntegerField()
    kind = models.CharField("文书", max_length=60)

    objects = OnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "记录文书"
        ordering = ["id"]
        indexes = [models.Index(fields=["record", "key", "id"], name="record_letter_of_one")]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind", "number"], name="record_letter_number_once"),
            models.UniqueConstraint(fields=["check_code"], name="record_letter_check_code_once"),
        ]

    @property
    def title(self) -> str:
        """Return the word of its kind, as its room says it."""
        return paper_of(self.kind).title


class RecordService(AnyService):
    """How a letter of a record was served. ``consent``: how the addressee agreed to electronic service."""

    ON_RECORD: ClassVar = ("letter__record", "letter__key")

    letter = models.ForeignKey(RecordLetter, on_delete=models.PROTECT, related_name="services")
    consent = models.CharField("同意电子送达", max_length=200, default="")

    objects = OnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "记录文书送达"
        ordering = ["id"]


class RecordScan(StoredFile):
    """盖章扫描件: a letter of a record as it was signed and sealed on paper; none is replaced or removed."""

    ON_RECORD: ClassVar = ("letter__record", "letter__key")

    letter = models.ForeignKey(RecordLetter, on_delete=models.PROTECT, related_name="scans")
    file = models.FileField(upload_to="scans/%Y/%m/")
    on = models.DateField("日期")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = OnRecordQuerySet.as_manager()

    class Meta:
        verbose_name = "记录文书扫描件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["letter", "sm3"], name="record_scan_once")]
