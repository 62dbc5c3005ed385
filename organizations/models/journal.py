"""The journal 日志: what happens beside the acts on cases, append-only, chained afterwards by one sequencer."""

from django.db import models

from organizations.models.staff import Staff
from organizations.models.units import Unit


class JournalEntry(models.Model):
    """One thing done or looked at: who (and for whom), when, from where, the verb, about which row, a few codes.

    Written in the transaction it tells of; the database refuses update, delete and truncate. No personal data: facts
    are codes, numbers and dates (kit/verbs.py), an address is keyed (kit/origin.py).
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="区县")
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="操作人")
    for_whom = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="代谁操作")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="单位")
    origin = models.CharField("来源", max_length=60, default="")
    verb = models.CharField("事项", max_length=40)
    kind = models.CharField("对象", max_length=60, default="")
    key = models.BigIntegerField("对象编号", null=True)
    facts = models.JSONField("要素", default=dict)

    class Meta:
        verbose_name = "日志"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["district", "-id"], name="journal_district"),
            models.Index(fields=["by", "-id"], name="journal_by"),
            models.Index(fields=["verb", "-id"], name="journal_verb"),
            models.Index(fields=["kind", "key", "-id"], name="journal_about"),
        ]


class JournalLink(models.Model):
    """The place of an entry in the chain of its district: one chain a day, each beginning where the last day's ended.

    ``digest`` = SM3 of the entry, its place and the digest before. ``late``: chained long after it happened.
    """

    entry = models.OneToOneField(JournalEntry, on_delete=models.PROTECT, primary_key=True, related_name="link")
    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField("日期")
    sequence = models.PositiveIntegerField("序号")
    previous = models.CharField(max_length=64, default="")
    digest = models.CharField(max_length=64)
    chained_at = models.DateTimeField()
    late = models.BooleanField("补链", default=False)

    class Meta:
        verbose_name = "日志链"
        ordering = ["district_id", "day", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "day", "sequence"], name="journal_link_once", nulls_distinct=False
            )
        ]


class Awaiting(models.Model):
    """A row that waits for its place in the feed; written by a trigger of the table it is of, taken by the sequencer."""

    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()

    class Meta:
        verbose_name = "待编号"


class FeedPosition(models.Model):
    """The place of a row in the order in which rows were committed; given by the one sequencer, never again."""

    position = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()

    class Meta:
        verbose_name = "变动次序"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="feed_position_once")]
