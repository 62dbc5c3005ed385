"""What tests of reception days share: a rule, a published day, a clerk's booking."""

from datetime import date, time, timedelta
from typing import Any

from cases.models import Case
from organizations.models import Staff
from organizations.today import today
from reception.appointments.booking import book
from reception.days.actions import make_day, publish_day
from reception.days.rules import make_rule
from reception.models import Appointment, ReceptionDay, ReceptionRule
from reception.models.day_words import AppointmentKind, Cadence, ReceptionKind, ReceptionPost
from tests.cast import Cast

LATER = timedelta(days=14)


def a_rule(cast: Cast, by: Staff | None = None, **changes: Any) -> ReceptionRule:
    """The mayor on the 15th of each month, in the hall of the bureau."""
    asked: dict[str, Any] = {
        "post": ReceptionPost.MAYOR,
        "cadence": Cadence.MONTHLY_DAY,
        "number": 15,
        "title": "区长",
        "person": cast.leader,
        "venue": "区信访局一楼接访厅",
        "at": time(9),
        "until": time(11),
        "places": 4,
        "from_day": date(2026, 1, 1),
        "by": by or cast.bureau_head,
    }
    return make_rule(**{**asked, **changes})


def a_day(cast: Cast, rule: ReceptionRule | None = None, on: date | None = None, **changes: Any) -> ReceptionDay:
    """A published day of the mayor in two weeks."""
    rule = rule or a_rule(cast)
    asked: dict[str, Any] = {"kind": ReceptionKind.OFFICE, "day": (on or today()) + LATER, "rule": rule}
    day = make_day(by=cast.bureau_head, on=on, **{**asked, **changes})
    return publish_day(day, by=cast.bureau_head, on=on)


def booked(cast: Cast, case: Case, day: ReceptionDay, number: int = 1, **changes: Any) -> Appointment:
    """A case at the place of a day."""
    asked: dict[str, Any] = {"kind": AppointmentKind.BOOKED, "people": 1, "by": cast.clerk}
    slot = day.slots.get(number=number)
    return book(case.pk, slot=slot.pk, **{**asked, **changes})
