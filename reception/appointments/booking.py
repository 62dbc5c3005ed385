"""Appointments are made, moved, withdrawn; one place is one case's: the database says so. Both doors call these (Art. 18)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction

from cases.models import Case
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff
from organizations.recording import Recorded, recording
from organizations.today import today
from reception.appointments.moves import ACCEPT, BOOK, MOVE, TELL, WITHDRAW
from reception.appointments.slots import open_slots
from reception.appointments.walls import complained_of
from reception.models import Appointment, ReceiverProfile, ReceptionDay, ReceptionSlot
from reception.models.day_words import ARTICLE, AppointmentKind, AppointmentState, DayState, ProfileState, ReceptionKind
from reception.on_case import whole_case


def book(
    case_id: int, *, slot: int, kind: AppointmentKind, people: int, by: Staff, on: date | None = None
) -> Appointment:
    """Give a case a place of a published day.

    Raises Refused: not_found, not_permitted, slot_unknown, day_closed, walk_in_today, profile_unpublished,
    not_an_outreach, complained_of, kept_for_others, slot_taken, booked_already.
    """
    on = on or today()
    case, found = whole_case(by, case_id), slot_of(by, slot)
    _assert_open(found, kind, case, on)
    row = Appointment(
        # Held from its first row on, so that who comes second is refused at once.
        state=AppointmentState.BOOKED,
        unit=found.day.unit,
        case=case,
        day=found.day,
        slot=found,
        on=found.day.on,
        kind=kind,
        people=people,
        booked_by=by,
        booked_on=on,
    )
    with _one_each(found), recording(BOOK, row, by=by, on=on) as made:
        # Whoever lost his place through the office is served before others come.
        assert_not_kept(found, on)
        made.facts = {"day": row.on, "slot": found.number, "kind": kind.value}
    return row


def move(row: Appointment, *, slot: int, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Give an appointment another place. Raises Refused: as `book` and `recording`."""
    found = slot_of(by, slot)
    with _one_each(found), recording(MOVE, row, by=by, seen=seen, on=on) as made:
        _assert_open(found, AppointmentKind.BOOKED, made.record.case, made.on)
        if made.record.displaced_at is None:
            assert_not_kept(found, made.on)
        put(made.record, found)
        made.record.told_on = made.on
        made.facts = {"day": found.day.on, "slot": found.number}
    return appointment_in(made)


def accept_offer(row: Appointment, *, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Write down that the petitioner takes the place he was offered. Raises Refused as `recording`."""
    with recording(ACCEPT, row, by=by, seen=seen, on=on) as made:
        made.record.told_on = made.on
        made.facts = {"day": made.record.on}
    return appointment_in(made)


def withdraw(row: Appointment, *, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Withdraw an appointment because the petitioner asked for it; his place is free at once. Raises Refused as `recording`."""
    with recording(WITHDRAW, row, by=by, seen=seen, on=on) as made:
        pass
    return appointment_in(made)


def note_told(row: Appointment, *, by: Staff, seen: int | None = None, on: date | None = None) -> Appointment:
    """Write down that the petitioner was told of a change by telephone or in person. Raises Refused: told_already."""
    with recording(TELL, row, by=by, seen=seen, on=on) as made:
        made.record.told_on = made.on
    return appointment_in(made)


def slot_of(by: Staff, key: int) -> ReceptionSlot:
    """Return a place of a unit where a person registers. Raises Refused slot_unknown."""
    found = ReceptionSlot.objects.select_related("day__unit", "day__person__unit").filter(pk=key).first()
    if found is None or not may(by, Act.REGISTER, at=found.day.unit):
        raise Refused("slot_unknown", "没有这个时段，或者不由您所在的登记单位预约。")
    return found


def put(row: Appointment, slot: ReceptionSlot) -> None:
    """Let an appointment stand at a place; whoever calls it saves."""
    row.slot, row.day, row.on = slot, slot.day, slot.day.on


def hold_open(slot: ReceptionSlot) -> None:
    """Keep a day from being called off until this transaction ends. Codes: day_closed.

    Locked before the appointment, as whoever calls a day off does; foreign keys are looked at too late, at the commit.
    """
    day = ReceptionDay.objects.select_for_update(no_key=True).filter(pk=slot.day_id, state=DayState.PUBLISHED)
    if day.first() is None:
        raise _closed(slot.day)


def assert_not_kept(slot: ReceptionSlot, on: date) -> None:
    """Refuse a place that is needed for those whose reception was called off and who have no other yet. Codes: kept_for_others."""
    unit = slot.day.unit_id
    waiting = Appointment.objects.filter(unit=unit, state=AppointmentState.DISPLACED).count()
    if waiting and open_slots(unit, on).exclude(pk=slot.pk).count() < waiting:
        text = f"有{waiting}位信访人的接访被取消、还没有另行安排，剩余时段先留给他们，请几分钟后再试或者另选一天。"
        raise Refused("kept_for_others", text, ARTICLE)


def _assert_open(slot: ReceptionSlot, kind: AppointmentKind, case: Case, on: date) -> None:
    day = slot.day
    if day.state != DayState.PUBLISHED or day.on < on:
        raise _closed(day)
    if kind is AppointmentKind.WALK_IN and day.on != on:
        raise Refused("walk_in_today", f"当日来访只能用今天{on}的空余时段。")
    if kind is AppointmentKind.TAKEN_ALONG and day.kind not in (ReceptionKind.WITH_CASE, ReceptionKind.VISIT):
        raise Refused("not_an_outreach", "带案下访请选择下访的接访日。")
    if kind is AppointmentKind.BY_NAME and not _introduced(day.person):
        raise Refused("profile_unpublished", f"“{day.name}”没有同意公开介绍，不能点名约访；可以按时段约。", ARTICLE)
    if refusal := complained_of(case, day.person, day.name):
        raise refusal


def _closed(day: ReceptionDay) -> Refused:
    return Refused("day_closed", f"{day.on}的接访没有公布、已经取消或者已经过了，不能预约。", ARTICLE)


def _introduced(person: Staff | None) -> bool:
    return bool(person and ReceiverProfile.objects.filter(person=person, state=ProfileState.PUBLISHED).exists())


@contextmanager
def _one_each(slot: ReceptionSlot) -> Iterator[None]:
    """Hold the day, and turn what the constraints refuse into words: one place, one case; one case, one appointment ahead."""
    try:
        with transaction.atomic():
            hold_open(slot)
            yield
    except IntegrityError as taken:
        if "slot_taken_once" in str(taken):
            raise Refused("slot_taken", "这个时段刚刚被约走了，请选其他时段。") from taken
        if "appointment_ahead_once" in str(taken):
            raise Refused("booked_already", "本件已经约了接访，请改约，不重复预约。") from taken
        raise


def appointment_in(made: Recorded) -> Appointment:
    """Return the appointment of a step that was taken."""
    found: Appointment = made.record
    return found
