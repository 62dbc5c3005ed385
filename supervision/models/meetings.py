"""Meetings 会议: called, with an agenda of cases, attendants, minutes and resolutions that are tasks (Art. 9, 13, 24)."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef

from cases.models import Case
from cases.places.conditions import at_places
from cases.places.whole_cases import all_whole
from cases.sight.each import each_has
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from organizations.models import Staff
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from supervision.words.meetings import Difficulty, MeetingKind, MeetingState

TOOK_PLACE = (MeetingState.HELD, MeetingState.MINUTED)


class MeetingQuerySet(RecordQuerySet):
    """Questions asked of meetings."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the meetings of a person's units, those he is invited to, and those whose tasks he checks.

        What stands on the agenda is read case by case (`AgendaCase.objects.readable_by`).
        """
        invited: Any = Invitation.objects.filter(meeting=OuterRef("pk"), staff=staff)
        mine = at_places(staff, Right.CONVENE) | at_places(staff, Right.CHECK_TASKS)
        return self.filter(mine | each_has(invited))


class Meeting(Record):
    """One meeting; ``unit`` calls it. ``topics``: what is heard beside the cases, ``others``: who else was there."""

    kind = WordField("种类", max_length=20, choices=MeetingKind.choices())
    title = models.CharField("名称", max_length=100)
    on = models.DateField("日期")
    at = models.CharField("时间", max_length=20)
    venue = models.CharField("地点", max_length=100)
    chair = models.CharField("主持人", max_length=60)
    topics = SealedTextField("听取和研究的事项", default="")
    others = models.CharField("列席人员", max_length=300, default="")
    called_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="召集人")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "会议"
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["district", "-on", "-id"], name="meeting_district_on"),
            models.Index(fields=["unit", "-on", "-id"], name="meeting_unit_on"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/meetings/{self.pk}/"


class Invitation(models.Model):
    """Who shall come. ``attended`` is empty until the meeting was held."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="参加人")
    told_on = models.DateField("通知日期")
    attended = models.BooleanField("到会", null=True)

    class Meta:
        verbose_name = "参会人员"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "staff"], name="invitation_once")]


class AgendaCase(models.Model):
    """One case of an agenda: by which rule it came there, and what was decided on it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="agendas")
    why = WordField("列入原因", max_length=20, choices=Difficulty.choices())
    decision = SealedTextField("议定意见", default="")
    arbitrated_on = models.DateField("指定办理单位的日期", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "议程上的信访件"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "case"], name="agenda_case_once")]


class MinutesQuerySet(RecordQuerySet):
    """Questions asked of minutes."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the minutes of meetings that a person may read, where all cases of the agenda are open to him."""
        meetings = Meeting.objects.readable_by(staff).filter(pk=OuterRef("meeting"))
        agenda: Any = AgendaCase.objects.filter(meeting=OuterRef("meeting"))
        return self.filter(each_has(meetings), all_whole(staff, agenda))


class Minutes(Record):
    """会议纪要: issued once, as a letter of the unit that called the meeting."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    summary = SealedTextField("会议情况")
    issued_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="签发人")
    issued_on = models.DateField("签发日期")

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = "会议纪要"

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return f"/supervision/meetings/minutes/{self.pk}/"
