"""The appointments of one day, for its page."""

from typing import Any

from organizations.models import Staff
from reception.appointments.presenting import COLUMNS, appointment_line
from reception.appointments.reading import ALONG
from reception.models import Appointment, ReceptionDay

_NOBODY = {
    "title": "还没有人约",
    "text": "在信访件页面上约访；当天有空余时段的，来访的人可以直接用。",
    "icon": "people",
}


def appointments_of_day(day: ReceptionDay, staff: Staff) -> dict[str, Any]:
    """Return {columns, lines, nothing} of the appointments that a person may read: one query."""
    rows = Appointment.objects.readable_by(staff).filter(day=day).select_related(*ALONG)
    lines = [appointment_line(row) for row in rows.order_by("slot__number", "pk")]
    return {"columns": COLUMNS, "lines": lines, "nothing": _NOBODY}
