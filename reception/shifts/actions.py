"""Handing a shift over and taking it; noting what happened. Both doors call these."""

from datetime import date, time

from cases.actions.registration import standing_of_registrar
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import recording
from organizations.today import today
from reception.models import DutyNote, NoteKind, ShiftHandover
from reception.people import fit
from reception.shifts import moves
from reception.shifts.open_items import open_items


def give_shift(*, given_to: Staff, remarks: str = "", by: Staff, on: date | None = None) -> ShiftHandover:
    """Hand the desk over to another with the numbers of what is open now, counted by the house.

    Raises Refused: not_permitted, person_unfit, same_person.
    """
    on, desk = on or today(), standing_of_registrar(by)
    if given_to.pk == by.pk:
        raise Refused("same_person", "交班人和接班人不能是同一人。")
    row = ShiftHandover(
        unit=desk,
        given_on=on,
        given_by=by,
        given_to=fit(given_to, desk),
        counts=open_items(by, on),
        remarks=remarks.strip(),
    )
    with recording(moves.GIVE, row, by=by, on=on) as made:
        made.facts = {"to": given_to.pk}
    return row


def take_shift(row: ShiftHandover, *, by: Staff, seen: int | None = None, on: date | None = None) -> ShiftHandover:
    """Take a shift over that was handed to oneself. Raises Refused: not_receiver, as `recording`."""
    with recording(moves.TAKE, row, by=by, seen=seen, on=on) as made:
        made.record.taken_on = made.on
    found: ShiftHandover = made.record
    return found


def note_event(
    *, kind: NoteKind, happened_on: date, happened_at: time, facts: str, by: Staff, on: date | None = None
) -> DutyNote:
    """Note what happened in the hall and who was called; facts. Raises Refused: not_permitted, date_in_future."""
    on = on or today()
    if happened_on > on:
        raise Refused("date_in_future", f"日期{happened_on}晚于今天{on}，请核对。")
    row = DutyNote(
        unit=standing_of_registrar(by),
        kind=NoteKind(kind),
        happened_on=happened_on,
        happened_at=happened_at,
        facts=facts.strip(),
        noted_by=by,
    )
    with recording(moves.NOTE, row, by=by, on=on) as made:
        made.facts = {"kind": row.kind}
    return row
