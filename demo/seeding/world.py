"""The district as the walks see it: places, the people of each role at them, dates as the law computes them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, tzinfo
from functools import cached_property
from typing import NamedTuple

from django.utils.timezone import get_current_timezone

from demo.seeding.district import CITY, DISCIPLINE, GOVERNMENT, OFFICE, PARTY
from law.calendar import Calendar
from law.deadlines import explain
from law.vocabulary import Duty
from organizations.dictionaries import CONTENT
from organizations.limits import Limits, legal_limits
from organizations.models import Grant, Staff, Term, Unit
from organizations.roles import Role
from organizations.today import today
from organizations.vocabulary import UnitKind
from organizations.working_days import working_calendar


@dataclass(frozen=True, eq=False)
class Place:
    """A unit: its key, names and place in the tree."""

    id: int
    name: str
    short: str
    kind: str
    prefix: str
    code: str
    line: tuple[int, ...]


class Fallen(NamedTuple):
    """When a period ends, whether a notice of holidays may still move it, and the version of the limits."""

    due_on: date | None
    may_move: bool
    version: str


@dataclass
class World:
    """All places by name, who holds which role where, the names of staff, the terms of the dictionary of contents."""

    today: date
    district: int
    places: dict[str, Place]
    people: dict[tuple[Role, int], list[int]]
    names: dict[int, str]
    terms: dict[str, int]
    _fallen: dict[tuple[Duty, date, int | None, int], Fallen] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up once what every case needs."""
        self.office, self.government = self.places[OFFICE], self.places[GOVERNMENT]
        self.party, self.discipline, self.city = self.places[PARTY], self.places[DISCIPLINE], self.places[CITY]
        self.departments = [each for each in self.places.values() if each.kind == UnitKind.DEPARTMENT]
        self.towns = [each for each in self.places.values() if each.kind == UnitKind.TOWN]
        self.villages = {
            town.id: [each for each in self.places.values() if each.kind == UnitKind.VILLAGE and town.id in each.line]
            for town in self.towns
        }

    @cached_property
    def zone(self) -> tzinfo:
        """Return the zone of the house's moments."""
        return get_current_timezone()

    @cached_property
    def _calendar(self) -> Calendar:
        return working_calendar()

    @cached_property
    def _limits(self) -> Limits:
        return legal_limits()

    def who(self, role: Role, place: Place, turn: int) -> int:
        """Return one of the people who hold a role at a place."""
        held = self.people[role, place.id]
        return held[turn % len(held)]

    def fallen(self, duty: Duty, starts_on: date, days: int | None = None, extended: int = 0) -> Fallen:
        """Return the end of a period as law.deadlines computes it; each day of each duty once."""
        key = (duty, starts_on, days, extended)
        found = self._fallen.get(key)
        if found is None:
            rules = self._limits.on(starts_on)
            said = explain(duty, starts_on, self._calendar, days=days, extended_days=extended, rules=rules)
            found = self._fallen[key] = Fallen(said.due_on, said.may_move, rules.version)
        return found


def load_world(area: Unit) -> World:
    """Read the seeded district: four questions, whatever is made of it."""
    units = Unit.objects.filter(district=area) | Unit.objects.filter(kind=UnitKind.EXTERNAL)
    places = {
        unit.name: Place(
            unit.pk, unit.name, unit.short_name, unit.kind, unit.document_prefix, unit.code, tuple(unit.line)
        )
        for unit in units.order_by("pk")
    }
    people: dict[tuple[Role, int], list[int]] = defaultdict(list)
    held = Grant.objects.in_force(today()).filter(unit__district=area).order_by("staff_id")
    for role, unit, staff in held.values_list("role", "unit", "staff"):
        people[Role(role), unit].append(staff)
    names = dict(Staff.objects.filter(unit__district=area).values_list("pk", "name"))
    terms = dict(Term.objects.of(CONTENT).filter(level=3).values_list("path", "pk"))
    return World(today(), area.pk, places, dict(people), names, terms)
