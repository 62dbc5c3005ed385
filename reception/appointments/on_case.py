"""What the page of a case shows of its appointments, for who registers at its desk."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.reading.case_file import CaseFile
from organizations.models import Staff
from reception.models.day_words import AppointmentState
from reception.on_case import APPOINTMENTS, at_the_desk, hanging_on


def read_appointments(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {lines, buttons} of a case for who registers at its desk; None for everybody else, without a query."""
    if not at_the_desk(file, staff):
        return None
    new = {"label": "约访", "url": reverse("reception:appointment_new", args=[file.case.pk])}
    return {"lines": [_line(row) for row in hanging_on(file)[APPOINTMENTS]], "buttons": [new]}


def _line(row: Any) -> dict[str, str]:
    return {
        "url": row.get_absolute_url(),
        "what": "约访",
        "words": f"{row.on}，{row.day.title}{row.day.name}",
        "state": AppointmentState(row.state).label,
    }
