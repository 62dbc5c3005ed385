"""The hall's own day: handing over a shift 交接班, and factual notes of what happened 值班记事."""

from django.db import models
from django.urls import reverse

from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import OfADesk


class HandoverState(Word):
    """交接班的状态."""

    GIVEN = "given", "待接班"
    TAKEN = "taken", "已接班"


class NoteKind(Word):
    """值班记事的种类."""

    AMBULANCE = "ambulance", "呼叫急救"
    POLICE = "police", "报警"
    EQUIPMENT = "equipment", "设备、场所"
    OTHER = "other", "其他"


class ShiftHandover(Record):
    """What one hands over to another: the numbers of what is open at that moment, counted, and what has to be watched."""

    given_on = models.DateField("交班日期")
    given_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    given_to = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    counts = models.JSONField("未了事项")
    remarks = SealedTextField("交接说明", default="")
    taken_on = models.DateField("接班日期", null=True)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "交接班"
        indexes = [models.Index(fields=["unit", "-given_on", "-id"], name="shift_given")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:handover", args=[self.pk])


class DutyNote(Record):
    """What happened, when, and who was called: facts; it is about the day, not about people."""

    kind = WordField("种类", max_length=15, choices=NoteKind.choices())
    happened_on = models.DateField("日期")
    happened_at = models.TimeField("时间")
    facts = SealedTextField("经过")
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = OfADesk.as_manager()

    class Meta:
        verbose_name = "值班记事"
        indexes = [models.Index(fields=["unit", "-happened_on", "-id"], name="duty_note_day")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:duty_note", args=[self.pk])
