"""Numbers of receptions that reports may print: days held and short, batches and what came of them (Art. 18)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from kit.rooms import Figure
from organizations.models import Staff
from reception.days.expecting import month_of
from reception.models import Appointment, ReceptionDay, ReceptionShortfall
from reception.models.day_words import RECEIVED, Attendance, DayState
from reception.models.day_words import AppointmentState as State

Rows = Callable[[Staff, date], QuerySet[Any]]


def held_days(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the days of a month on which the receiver came himself and that were published early enough."""
    rows = ReceptionDay.objects.readable_by(staff).filter(on__range=month_of(on))
    return rows.filter(state=DayState.HELD, attendance=Attendance.SELF, counts=True)


def _short(staff: Staff, on: date) -> QuerySet[Any]:
    return ReceptionShortfall.objects.readable_by(staff).filter(until__range=month_of(on))


def _received(*states: State) -> Rows:
    def rows(staff: Staff, on: date) -> QuerySet[Any]:
        return Appointment.objects.readable_by(staff).filter(on__range=month_of(on), state__in=states)

    return rows


FIGURES = (
    Figure("接访：实接", "接访日期在本月、按时公布、领导本人到场的接访日", held_days),
    Figure("接访：缺口", "期间止于本月、没有按接访安排接访的", _short),
    Figure("接访：批次", "接访日期在本月、已接访的约访，一件一批", _received(*RECEIVED)),
    Figure("接访：当场答复", "接访日期在本月、当场答复的约访", _received(State.ANSWERED)),
    Figure("接访：跟踪办理", "接访日期在本月、还在跟踪办理的约访", _received(State.TRACKED)),
    Figure("接访：已落实", "接访日期在本月、落实情况已由另一人核对的约访", _received(State.SETTLED)),
)
