"""Appointments within a person's reach: what waits, lists, one of them with its seats and owners."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.places.conditions import at_places
from law.errors import Refused
from law.vocabulary import Act
from law.words import Word
from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import Appointment, Seat, Undertaking
from reception.models.day_words import AHEAD, AppointmentState

SOONEST = Order("on", descending=False, label="日期（早的在前）")
LATEST = Order("on", descending=True, label="日期（新的在前）")
ALONG = ("case", "day__person", "unit", "slot")
_SOON = timedelta(days=3)


class AppointmentList(Word):
    """约访清单."""

    AHEAD = "ahead", "未接访"
    UNTOLD = "untold", "变动待告知"
    OFFERED = "offered", "改期待确认"
    TRACKED = "tracked", "跟踪办理"
    MINE = "mine", "交给我的"
    PAST = "past", "全部"


def untold(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the appointments of a person's desk whose petitioner has still to be told of a change."""
    return _at_my_desk(staff).filter(state__in=AHEAD, displaced_at__isnull=False, told_on=None)


def unconfirmed(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return what was offered in place of a reception that was called off, and the petitioner has not taken yet."""
    return _at_my_desk(staff).filter(state=AppointmentState.OFFERED)


def unbriefed(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the appointments of the coming three days without 接访要情."""
    soon = _at_my_desk(staff).filter(on__gte=on, on__lte=on + _SOON, briefed_on=None)
    return soon.filter(state__in=(AppointmentState.BOOKED, AppointmentState.OFFERED))


def named_to_me(staff: Staff, _on: date) -> QuerySet[Any]:
    """Return the appointments at which this person was named to do something that he has not reported yet."""
    mine = Undertaking.objects.filter(appointment=OuterRef("pk"), person=staff, done_on=None)
    return Appointment.objects.readable_by(staff).filter(Q(Exists(mine)), state=AppointmentState.TRACKED)


def page_of_appointments(
    staff: Staff, what: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of appointments. Raises Refused: filter_unknown, key_broken, one_direction."""
    if what not in set(AppointmentList):
        raise Refused("filter_unknown", f"没有“{what}”这种清单，可用：{'、'.join(AppointmentList)}。")
    every = Appointment.objects.readable_by(staff)
    rows: dict[str, QuerySet[Any]] = {
        AppointmentList.AHEAD: every.filter(state__in=AHEAD),
        AppointmentList.UNTOLD: untold(staff, on),
        AppointmentList.OFFERED: unconfirmed(staff, on),
        AppointmentList.TRACKED: every.filter(state=AppointmentState.TRACKED),
        AppointmentList.MINE: named_to_me(staff, on),
        AppointmentList.PAST: every,
    }
    order = LATEST if what == AppointmentList.PAST else SOONEST
    found = rows[what].select_related(*ALONG).annotate(place=F("on"))
    return page_by(order, found, after=after, before=before, size=size)


def appointment_of(staff: Staff, key: int) -> Appointment:
    """Return an appointment that a person may read. Raises Refused not_found."""
    rows = Appointment.objects.readable_by(staff).select_related(*ALONG, "booked_by", "day__unit", "rated_by")
    found: Appointment | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def seats_of(row: Appointment, staff: Staff) -> list[Seat]:
    """Return the seats of an appointment that was read: one query."""
    return list(Seat.objects.readable_by(staff).filter(appointment=row).select_related("person"))


def undertakings_of(row: Appointment, staff: Staff) -> list[Undertaking]:
    """Return who does what after an appointment that was read: one query."""
    rows = Undertaking.objects.readable_by(staff).filter(appointment=row)
    return list(rows.select_related("person__unit", "demand"))


def _at_my_desk(staff: Staff) -> QuerySet[Any]:
    return Appointment.objects.readable_by(staff).filter(at_places(staff, Act.REGISTER))
