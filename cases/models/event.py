"""Events 办理记录: the only history, append-only and chained per case with SM3."""

from django.db import models

from cases.models.case import Case
from cases.models.leg import Leg
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.vocabulary import Act
from organizations.models import Staff, Unit


class Event(models.Model):
    """One act on a case: ids, codes and dates, plus a salted commitment of any text.

    ``by`` did it, in the name of ``for_whom`` where there is one; or ``party``, a party of the case himself (its key as it
    was then: a correction puts other people in its place). ``payload``: which facts the digest is made of.
    ``digest`` = SM3 of the previous digest and the canonical facts of this row; the database refuses
    update, delete and truncate.
    """

    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events", db_index=False)
    sequence = models.PositiveIntegerField()
    leg = models.ForeignKey(Leg, on_delete=models.PROTECT, null=True, related_name="events")
    act = WordField("行为", max_length=30, choices=Act.choices())
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    for_whom = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    party = models.BigIntegerField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField("日期")
    at = models.DateTimeField("时间")
    from_state = models.CharField(max_length=30, default="")
    to_state = models.CharField(max_length=30, default="")
    article = models.CharField("依据", max_length=60, default="")
    facts = models.JSONField(default=dict)
    commitment = models.CharField(max_length=64, default="")
    previous = models.CharField(max_length=64, default="")
    digest = models.CharField(max_length=64)
    payload = models.PositiveSmallIntegerField(default=3)

    objects = ReadableQuerySet.as_manager()
    # Entered by a liaison whose leader has not confirmed the day yet; said by whoever reads the case.
    unconfirmed: bool = False

    class Meta:
        verbose_name = "办理记录"
        ordering = ["case_id", "sequence"]
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="event_sequence_once")]
        indexes = [
            models.Index(fields=["district", "-at"], name="event_district_at"),
            models.Index(fields=["leg"], condition=models.Q(for_whom__isnull=False), name="event_by_hand"),
        ]


class EventText(models.Model):
    """The words of an event and the salt of their commitment; both can be emptied, and the chain still holds."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True, related_name="words")
    text = SealedTextField(default="")
    salt = models.CharField(max_length=32, default="")
    emptied_on = models.DateField(null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "办理记录文字"
