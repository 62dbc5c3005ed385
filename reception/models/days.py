"""Reception days 领导接访: the rules of the posts, the days, their places, the departments called, what fell short (Art. 18)."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.places.conditions import at_places
from kit.word_field import WordField
from organizations.models import Staff, Unit
from organizations.models.record import Record, RecordQuerySet
from organizations.roles import Right
from reception.models.day_words import Attendance, Cadence, DayState, ReceptionKind, ReceptionPost


class OfTheDistrict(RecordQuerySet):
    """Who reads rules, days and profiles: everybody of the district; they name officials and no petitioner."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of a person's district, and those that he arranges."""
        return self.filter(Q(district=staff.unit.district_id) | at_places(staff, Right.ARRANGE_RECEPTION))


class Receiver(models.Model):
    """Who receives where and when: with an account where there is one, by name and office for everybody."""

    post = WordField("谁来接访", max_length=20, choices=ReceptionPost.choices())
    title = models.CharField("职务", max_length=60)
    person = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="接访人账号")
    name = models.CharField("接访人", max_length=40, default="")
    venue = models.CharField("地点", max_length=100)
    at = models.TimeField("开始时间")
    until = models.TimeField("结束时间")
    places = models.PositiveSmallIntegerField("可约时段数")

    class Meta:
        abstract = True


class ReceptionRule(Receiver, Record):
    """接访安排 of one post from a day to a day; never overwritten: another one follows it.

    ``number``: the day of the month, or how many times; ``market_days``: the last digits of its days (5、10).
    """

    cadence = WordField("多久一次", max_length=20, choices=Cadence.choices())
    number = models.PositiveSmallIntegerField("几日或者几次", null=True)
    market_days = models.CharField("集日", max_length=20, default="")
    from_day = models.DateField("起")
    to_day = models.DateField("止", null=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = OfTheDistrict.as_manager()

    class Meta:
        verbose_name = "接访安排"
        indexes = [models.Index(fields=["district", "-from_day", "-id"], name="reception_rule_district")]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_day=None) | Q(to_day__gte=models.F("from_day")), name="reception_rule_days"
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:rule", args=[self.pk])


class ReceptionDay(Receiver, Record):
    """One day on which somebody receives. ``counts``: it was published early enough; a stand-in's day is not the leader's."""

    rule = models.ForeignKey(ReceptionRule, on_delete=models.PROTECT, null=True, related_name="days")
    kind = WordField("形式", max_length=20, choices=ReceptionKind.choices(), default=ReceptionKind.OFFICE.value)
    on = models.DateField("日期")
    published_on = models.DateField("公布日期", null=True)
    published_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    counts = models.BooleanField("计入接访次数", default=False)
    attendance = WordField("到场情况", max_length=20, choices=Attendance.choices(), default="", blank=True)
    stand_in = models.CharField("代为接访的人", max_length=60, default="")
    attended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    cancelled_on = models.DateField("取消日期", null=True)
    cancelled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    cancel_reason = models.CharField("取消原因", max_length=200, default="")

    objects = OfTheDistrict.as_manager()

    class Meta:
        verbose_name = "接访日"
        indexes = [
            models.Index(fields=["district", "on", "id"], name="reception_day_district"),
            models.Index(fields=["unit", "-on", "-id"], name="reception_day_unit"),
            models.Index(
                fields=["on", "id"], condition=Q(state=DayState.PUBLISHED.value), name="reception_day_published"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["rule", "on"], name="reception_day_once"),
            models.CheckConstraint(condition=Q(until__gt=models.F("at")), name="reception_day_hours"),
        ]

    def get_absolute_url(self) -> str:
        """Return the address of its page."""
        return reverse("reception:day", args=[self.pk])


class ReceptionSlot(models.Model):
    """One place of a day 时段; who holds it says the appointment (a constraint: one at most)."""

    day = models.ForeignKey(ReceptionDay, on_delete=models.CASCADE, related_name="slots")
    number = models.PositiveSmallIntegerField("序号")
    at = models.TimeField("时间")

    class Meta:
        verbose_name = "接访时段"
        ordering = ["day_id", "number"]
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="reception_slot_once")]


class DayDepartment(models.Model):
    """A department of a joint reception 联合接访: there the whole day, or called; when it was called and came."""

    day = models.ForeignKey(ReceptionDay, on_delete=models.CASCADE, related_name="departments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", verbose_name="部门", db_index=False)
    standing = models.BooleanField("进驻", default=False)
    called_at = models.DateTimeField("通知到场", null=True)
    arrived_at = models.DateTimeField("到场", null=True)

    class Meta:
        verbose_name = "联合接访部门"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["day", "unit"], name="day_department_once")]


class ShortfallQuerySet(models.QuerySet[Any]):
    """Who reads what fell short: who arranges receptions there."""

    def readable_by(self, staff: Staff) -> Self:
        """Return the rows of the units where a person arranges receptions."""
        return self.filter(at_places(staff, Right.ARRANGE_RECEPTION))


class ReceptionShortfall(models.Model):
    """欠访: what a rule asked for in a period that is over, and what counted; written by a daily task, never by a person."""

    rule = models.ForeignKey(ReceptionRule, on_delete=models.CASCADE, related_name="shortfalls")
    district = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    since = models.DateField("期间自")
    until = models.DateField("期间至")
    expected = models.PositiveSmallIntegerField("应接访")
    held = models.PositiveSmallIntegerField("已接访")
    found_on = models.DateField("列出日期")

    objects = ShortfallQuerySet.as_manager()

    class Meta:
        verbose_name = "接访缺口"
        indexes = [
            models.Index(fields=["district", "-until", "-id"], name="shortfall_district"),
            models.Index(fields=["unit", "-until", "-id"], name="shortfall_unit"),
        ]
        constraints = [models.UniqueConstraint(fields=["rule", "since"], name="shortfall_once")]
