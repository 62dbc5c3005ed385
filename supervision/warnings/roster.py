"""Who stands where on a day, for warnings: by unit and level, from dated grants; and who acts instead of whom, from mandates."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from organizations.models import Grant, Staff, Unit
from organizations.models.mandate import Mandate, MandateKind
from organizations.roles import Role
from supervision.warnings.stages import Level

# Who does the daily work of a unit where no handler is named.
_DAILY = (Role.ROUTER, Role.DISPATCHER, Role.INFORMANT)
# Who may be the handler of a leg, or is told of its work.
WORKING = (*_DAILY, Role.HANDLER, Role.HEAD, Role.WINDOW_CLERK, Role.COORDINATOR)
_WATCHING = (Role.SUPERVISOR, Role.COORDINATOR, Role.SEALED_DESK)


@dataclass
class Roster:
    """Who stands where. ``daily`` and ``heads`` by unit, the others by district; ``instead``: who acts for the absent."""

    daily: dict[int, set[int]] = field(default_factory=dict)
    heads: dict[int, set[int]] = field(default_factory=dict)
    supervisors: dict[int, set[int]] = field(default_factory=dict)
    coordinators: dict[int, set[int]] = field(default_factory=dict)
    sealed_desks: dict[int, set[int]] = field(default_factory=dict)
    working: set[tuple[int, int]] = field(default_factory=set)
    instead: dict[int, int] = field(default_factory=dict)

    def at(self, level: Level, unit: int, district: int) -> set[int]:
        """Return who is told at a level; where nobody stands there, who stands above: no date passes unseen."""
        if level is Level.SEALED_DESK:
            return self.sealed_desks.get(district, set())
        places = (
            self.daily.get(unit),
            self.heads.get(unit),
            self.supervisors.get(district) or self.coordinators.get(district),
        )
        return next((people for people in places[min(level, Level.OFFICE) :] if people), set())


def roster_on(day: date) -> Roster:
    """Return who stands where today: the grants and mandates in force, of people who are there."""
    grants = Grant.objects.in_force(day).filter(staff__is_active=True)
    mandates = Mandate.objects.in_force(day).filter(hand__is_active=True)
    return roster_of(grants.values_list(*GRANTED), mandates.filter(kind=MandateKind.STAND_IN).values_list(*MANDATED))


GRANTED = ("staff_id", "role", "unit_id", "unit__district_id")
MANDATED = ("person_id", "hand_id", "pk")


def roster_of(grants: Iterable[tuple[int, str, int, int | None]], mandates: Iterable[tuple[int, int, int]]) -> Roster:
    """Return the roster of these grants and deputies."""
    found = Roster()
    for staff, role, unit, district in grants:
        if role in _DAILY:
            found.daily.setdefault(unit, set()).add(staff)
        if role == Role.HEAD:
            found.heads.setdefault(unit, set()).add(staff)
        if role in WORKING:
            found.working.add((unit, staff))
        if role in _WATCHING:
            _watching(found, Role(role)).setdefault(district or 0, set()).add(staff)
    # Of several deputies the one named last.
    for person, hand, _ in sorted(mandates, key=lambda each: each[2]):
        found.instead[person] = hand
    return found


def _watching(found: Roster, role: Role) -> dict[int, set[int]]:
    return {
        Role.SUPERVISOR: found.supervisors,
        Role.COORDINATOR: found.coordinators,
        Role.SEALED_DESK: found.sealed_desks,
    }[role]


def posts_of(roster: Roster, units: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return (unit, level, person) of every unit (with its district), for the statement that writes the warnings."""
    levels = (Level.HANDLER, Level.HEAD, Level.OFFICE, Level.SEALED_DESK)
    return [
        (unit, int(level), staff)
        for unit, district in units
        for level in levels
        for staff in sorted(roster.at(level, unit, district))
    ]


def all_units() -> list[tuple[int, int]]:
    """Return every unit with its district, 0 where it has none."""
    rows = Unit.objects.order_by("pk").values_list("pk", "district_id")
    return [(unit, district or 0) for unit, district in rows]


def absent_hands(day: date) -> Q:
    """Return which mandates let somebody stand in on a day."""
    return Q(kind=MandateKind.STAND_IN, from_day__lte=day, to_day__gte=day)


def people(keys: Iterable[int]) -> dict[int, Staff]:
    """Return people by their keys, with their units."""
    return {one.pk: one for one in Staff.objects.filter(pk__in=set(keys)).select_related("unit")}
