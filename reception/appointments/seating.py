"""Seats 席位 of the three levels, lawyers, mediators: seated, called, come; nobody complained of. Both doors call these (Art. 18, 30)."""

from datetime import date

from kit.messages.words import Channel
from law.errors import Refused
from organizations.models import Staff
from organizations.outbox.recipients import colleague
from organizations.record_messages import tell
from organizations.recording import recording
from organizations.today import now
from reception.appointments.booking import appointment_in
from reception.appointments.moves import CALL_SEAT, SEAT, SEAT_ARRIVED, SEAT_CALL
from reception.appointments.walls import complained_of
from reception.models import Appointment, Seat
from reception.models.day_words import SeatRole


def seat(
    row: Appointment,
    *,
    role: SeatRole,
    by: Staff,
    person: Staff | None = None,
    name: str = "",
    body: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Appointment:
    """Seat somebody beside the receiver, by his account or by name.

    Who has no account, a lawyer say, sees nothing here; who has one reads the case by his reach or a dated access.
    Raises Refused: nobody_named, complained_of, seated_twice, as `recording`.
    """
    with recording(SEAT, row, by=by, seen=seen, on=on) as made:
        called = name.strip() or (person.name if person else "")
        if not called:
            raise Refused("nobody_named", "请填写姓名，或者选择账号。")
        if refusal := complained_of(made.record.case, person, called):
            raise refusal
        at = body.strip() or (person.unit.name if person else "")
        _, new = Seat.objects.get_or_create(
            appointment=made.record, role=role, name=called, defaults={"person": person, "body": at}
        )
        if not new:
            raise Refused("seated_twice", f"“{called}”已经在这个席位上。")
        made.facts = {"role": role.value}
    return appointment_in(made)


def call_seat(
    row: Appointment, *, seat_id: int, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Call somebody to his seat, and tell him where he has an account. Raises Refused: not_found, as `recording`."""
    with recording(CALL_SEAT, row, by=by, seen=seen, on=on) as made:
        found = _the(made.record, seat_id)
        Seat.objects.filter(pk=found.pk).update(called_at=now())
        if found.person:
            said = f"请到{made.record.day.venue}参加接访。"
            tell(made, Channel.PRODUCT, SEAT_CALL, colleague(found.person), said, subject="通知到席")
        made.facts = {"role": found.role}
    return appointment_in(made)


def seat_came(
    row: Appointment, *, seat_id: int, by: Staff, seen: int | None = None, on: date | None = None
) -> Appointment:
    """Record that somebody came to his seat. Raises Refused: not_yet, not_found, as `recording`."""
    with recording(SEAT_ARRIVED, row, by=by, seen=seen, on=on) as made:
        found = _the(made.record, seat_id)
        Seat.objects.filter(pk=found.pk).update(arrived_at=now())
        made.facts = {"role": found.role}
    return appointment_in(made)


def _the(row: Appointment, key: int) -> Seat:
    found: Seat | None = row.seats.filter(pk=key, arrived_at=None).select_related("person__unit").first()
    if found is None:
        raise Refused("not_found", "没有这个席位，或者已经到场。")
    return found
