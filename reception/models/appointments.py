"""Appointments 约访: always of a registered case, so that they hold no personal data of their own; seats, owners, profiles."""

from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Q
from django.urls import reverse

from cases.models import Case, Demand
from cases.places.conditions import at_places
from cases.places.whole_cases import of_whole_case
from cases.sight.each import each_has
from cases.sight.mark import Mark
from cases.sight.querysets import ReadableQuerySet
from kit.sealed_fields import SealedTextField
from kit.word_field import WordField
from law.vocabulary import Act
from organizations.models import Staff
from organizations.models.record import Record
from organizations.roles import Right
from reception.models.day_words import (
    AHEAD,
    HOLDING,
    AppointmentKind,
    AppointmentState,
    ProfileState,
    SeatRole,
    VisitorRating,
)
from reception.models.days import OfTheDistrict, ReceptionDay, ReceptionSlot


class AppointmentQuerySet(ReadableQuerySet[Any]):
    """Who reads appointments: the desk, the receiver, whoever is seated or named, and only where all of the case is open."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the appointments that concern a person, of cases that are wholly open to him (Art. 30)."""
        seated: Any = Seat.objects.filter(appointment=OuterRef("pk"), person=staff)
        named: Any = Undertaking.objects.filter(appointment=OuterRef("pk"), person=staff)
        desk = at_places(staff, Act.REGISTER) | at_places(staff, Right.ARRANGE_RECEPTION)
        concerned = desk | Q(day__person=staff) | each_has(seated) | each_has(named)
        return self.filter(Mark(self.model._meta.db_table), concerned, of_whole_case(staff))


class Appointment(Record):
    """One case that is received on a day: its place, who booked it, what the receiver is told, what came of it.

    ``told_on``: when the petitioner was told of a change, empty while he has still to be. ``displaced_at``: since when his
    day is cancelled; ``offered_at``: when he was offered another place.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appointments")
    day = models.ForeignKey(ReceptionDay, on_delete=models.PROTECT, related_name="appointments")
    slot = models.ForeignKey(ReceptionSlot, on_delete=models.PROTECT, null=True, related_name="appointments")
    on = models.DateField("日期")
    kind = WordField("怎样约的", max_length=20, choices=AppointmentKind.choices())
    people = models.PositiveSmallIntegerField("人次")
    booked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    booked_on = models.DateField("约定日期")
    briefing = SealedTextField("接访要情", default="")
    briefed_on = models.DateField("要情日期", null=True)
    displaced_at = models.DateTimeField("原定接访取消的时间", null=True)
    offered_at = models.DateTimeField("另行安排的时间", null=True)
    told_on = models.DateField("告知日期", null=True)
    reply = SealedTextField("答复、研究情况", default="")
    received_on = models.DateField("接访日期", null=True)
    settled_on = models.DateField("落实日期", null=True)
    rating = WordField("来访人评价", max_length=20, choices=VisitorRating.choices(), default="", blank=True)
    rated_on = models.DateField("评价日期", null=True)
    rated_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "约访"
        indexes = [
            models.Index(fields=["unit", "on", "id"], name="appointment_unit_on"),
            models.Index(
                fields=["displaced_at", "id"],
                condition=Q(state=AppointmentState.DISPLACED.value),
                name="appointment_displaced",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["slot"], condition=Q(state__in=[each.value for each in HOLDING]), name="slot_taken_once"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=[each.value for each in AHEAD]), name="appointment_ahead_once"
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:appointment", args=[self.pk])


class Seat(models.Model):
    """席位: who sits with the receiver for one case; ``name`` of who has no account; when he was called and came."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="seats")
    role = WordField("席位", max_length=20, choices=SeatRole.choices())
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="reception_seats")
    name = models.CharField("姓名", max_length=40)
    body = models.CharField("单位", max_length=100, default="")
    called_at = models.DateTimeField("通知到场", null=True)
    arrived_at = models.DateTimeField("到场", null=True)

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "席位"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["appointment", "role", "name"], name="seat_once")]


class Undertaking(models.Model):
    """落实分工: who does what for one demand by which day, and what he reported."""

    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="undertakings")
    demand = models.ForeignKey(Demand, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    level = WordField("层级", max_length=20, choices=SeatRole.choices())
    what = SealedTextField("做什么")
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="落实人")
    due_on = models.DateField("时限")
    done_on = models.DateField("报告落实日期", null=True)
    done_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    done_note = SealedTextField("落实情况", default="")

    objects = ReadableQuerySet.as_manager()

    class Meta:
        verbose_name = "落实分工"
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "due_on", "id"], condition=Q(done_on=None), name="undertaking_open")]


class ReceiverProfile(Record):
    """接访人员介绍 for appointments by name 点名约访: published only by the person himself, and withdrawn by him at any time."""

    person = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", verbose_name="接访人")
    title = models.CharField("职务", max_length=60)
    charge = models.CharField("分管、熟悉的工作", max_length=300)
    languages = models.CharField("会说的方言、语言", max_length=60, default="")
    written_on = models.DateField("拟写日期")
    consented_on = models.DateField("本人同意日期", null=True)

    objects = OfTheDistrict.as_manager()

    class Meta:
        verbose_name = "接访人员介绍"
        indexes = [models.Index(fields=["district", "-written_on", "-id"], name="profile_district_written")]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=~Q(state=ProfileState.WITHDRAWN.value), name="receiver_profile_once"
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:profile", args=[self.pk])
