"""责任倒查表: for each duty on a leg who was responsible when it fell due, and what was done, all of it from the events (Art. 42-45)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.models import Clock, Event, Leg
from law.deadlines import PERIODS
from law.vocabulary import Act, Duty
from organizations.models import Grant, Staff, Unit
from organizations.recording import record_not_found
from organizations.roles import Role

_WINDOWS = (Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D, Duty.REVOKE_15D)


@dataclass(frozen=True)
class Traced:
    """One duty: when it fell due, when it ended and how many days late, who handled the matter then, who led the unit."""

    duty: str
    article: str
    unit: str
    starts_on: date
    due_on: date
    ended_on: date | None
    days_late: int
    handlers: str
    heads: str
    last_act: str


def leg_of(staff: Staff, key: int) -> Leg:
    """Return one leg that a person may read. Raises Refused not_found."""
    found: Leg | None = Leg.objects.readable_by(staff).filter(pk=key).select_related("case", "unit").first()
    if found is None:
        raise record_not_found()
    return found


def trace(leg: Leg, staff: Staff, on: date) -> list[Traced]:
    """Return the duties of a leg in the order they fell due, each with who was responsible; one query more for each day."""
    clocks = Clock.objects.readable_by(staff).filter(leg=leg, unit__isnull=False, due_on__isnull=False)
    owed = list(clocks.exclude(duty__in=_WINDOWS).select_related("unit").order_by("due_on", "pk"))
    events = list(Event.objects.readable_by(staff).filter(leg=leg).select_related("by", "unit").order_by("sequence"))
    names = _names(events)
    return [_traced(clock, events, names, on) for clock in owed]


def _traced(clock: Clock, events: Sequence[Event], names: dict[int, str], on: date) -> Traced:
    assert clock.unit
    assert clock.due_on
    ended = clock.met_on or clock.ended_on or clock.waived_on
    done = [event for event in events if ended and event.on <= ended and event.unit_id == clock.unit_id]
    last = done[-1] if done else None
    return Traced(
        duty=Duty(clock.duty).label,
        article=PERIODS[Duty(clock.duty)].article,
        unit=clock.unit.short_name,
        starts_on=clock.starts_on,
        due_on=clock.due_on,
        ended_on=ended,
        days_late=max(0, ((ended or on) - clock.due_on).days),
        handlers=names.get(_handler_on(events, clock.due_on), "尚未指定"),
        heads="、".join(_heads_on(clock.unit, clock.due_on)),
        last_act=f"{last.on} {Act(last.act).label}（{last.by.name if last.by else '系统'}）" if last else "",
    )


def _handler_on(events: Iterable[Event], day: date) -> int:
    named = [int(event.facts["handler"]) for event in events if event.act == Act.TAKE and event.on <= day]
    return named[-1] if named else 0


def _names(events: Iterable[Event]) -> dict[int, str]:
    keys = {int(event.facts["handler"]) for event in events if event.act == Act.TAKE}
    return dict(Staff.objects.filter(pk__in=keys).values_list("pk", "name"))


def _heads_on(unit: Unit, day: date) -> list[str]:
    grants = Grant.objects.stood_on(day).filter(unit=unit, role=Role.HEAD).select_related("staff").order_by("pk")
    return list(dict.fromkeys(grant.staff.name for grant in grants))
