"""A receiver who cannot come: the day is called off, everybody booked is told in the same transaction (Art. 18)."""

from datetime import date

from organizations.models import Staff
from organizations.recording import recording
from reception.appointments.displacing import displace_all
from reception.days.actions import day_in
from reception.days.moves import CANCEL
from reception.models import ReceptionDay


def cancel_day(
    day: ReceptionDay, *, reason: str, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceptionDay:
    """Call a day off, with a reason that everybody may read. Raises Refused: day_past, as `recording`."""
    with recording(CANCEL, day, by=by, seen=seen, on=on) as made:
        row = made.record
        row.cancelled_on, row.cancelled_by, row.cancel_reason = made.on, by, reason.strip()
        made.facts = {"day": row.on, "booked": displace_all(row, by=by, on=made.on)}
    return day_in(made)
