"""The places of reception days that nobody holds: only how many and which, never by whom another one is held."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from reception.models import Appointment, ReceptionDay, ReceptionSlot
from reception.models.day_words import HOLDING, DayState


def free_slots() -> QuerySet[ReceptionSlot]:
    """Return the places that nobody holds."""
    held: Any = Appointment.objects.filter(slot=OuterRef("pk"), state__in=HOLDING)
    return ReceptionSlot.objects.filter(~Exists(held))


def with_free(rows: QuerySet[ReceptionDay]) -> QuerySet[Any]:
    """Return days with ``free``, how many places nobody holds."""
    mine = free_slots().filter(day=OuterRef("pk")).order_by().values("day").annotate(number=Count("pk"))
    return rows.annotate(free=Coalesce(Subquery(mine.values("number")), 0))


def open_slots(unit: int, on: date) -> QuerySet[ReceptionSlot]:
    """Return the free places of the published days of a unit from a day on, the soonest first."""
    rows = free_slots().filter(day__unit=unit, day__state=DayState.PUBLISHED, day__on__gte=on)
    return rows.select_related("day__unit", "day__person__unit").order_by("day__on", "at", "day", "number")
