"""Calls back 回电 that somebody promised, and recordings of calls 通话录音 with the day until which they are kept."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models import Case
from kit.sealed_fields import SealedTextField
from law.words import Word
from organizations.models import Staff
from organizations.models.record import Record
from reception.models.at_the_desk import AtTheDesk


class CallBackState(Word):
    """回电的状态."""

    OPEN = "open", "待回电"
    DONE = "done", "已回电"
    GIVEN_UP = "given_up", "未能联系上"


class RecordingState(Word):
    """通话录音的状态."""

    KEPT = "kept", "保存中"
    ERASED = "erased", "已删除"


class CallBack(Record):
    """Who calls whom back by which day, about what; ``tries``: how often nobody was reached."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="call_backs")
    who = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="回电人")
    due_on = models.DateField("回电日期")
    about = SealedTextField("回电事由")
    tries = models.PositiveSmallIntegerField("未接通次数", default=0)
    outcome = SealedTextField("结果", default="")
    done_on = models.DateField("回电时间", null=True)
    done_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "回电"
        indexes = [
            models.Index(
                fields=["unit", "due_on", "id"], condition=Q(state=CallBackState.OPEN.value), name="call_back_open"
            ),
            models.Index(fields=["unit", "-due_on", "-id"], name="call_back_due"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:call_back", args=[self.pk])


class CallRecording(Record):
    """A recording in the office's telephone system, by its number there; it exists only where the caller was told."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recordings")
    number = models.CharField("录音编号", max_length=60)
    recorded_on = models.DateField("录音日期")
    keep_until = models.DateField("保存到")
    entered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    erased_on = models.DateField("删除日期", null=True)
    erased_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AtTheDesk.as_manager()

    class Meta:
        verbose_name = "通话录音"
        indexes = [models.Index(fields=["unit", "state", "keep_until", "id"], name="recording_keep_until")]
        constraints = [models.UniqueConstraint(fields=["unit", "number"], name="recording_number_once")]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:recording", args=[self.pk])
