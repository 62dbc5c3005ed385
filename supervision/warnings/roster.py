"""Who stands where on a day, for warnings: by unit and level, from dated grants; and who acts instead of whom, from mandates.

Of what accuses somebody only those are told who may read it (Art. 30): at the unit that has it whoever reads sealed parts
there, above the unit whoever does so at the desk; of what is hidden from its desk the sealed desk alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from law.warning_stages import Level
from organizations.models import Grant, Staff, Unit
from organizations.models.mandate import Mandate, MandateKind
from organizations.roles import Reach, Right, Role, reach_of

# Who does the daily work of a unit where no handler is named.
_DAILY = (Role.ROUTER, Role.DISPATCHER, Role.INFORMANT)
# Who may be the handler of a leg, or is told of its work.
WORKING = (*_DAILY, Role.HANDLER, Role.HEAD, Role.WINDOW_CLERK, Role.COORDINATOR)
People = dict[int, set[int]]


def _reads_sealed(role: Role) -> bool:
    return reach_of(role, Right.SEE_SEALED) is Reach.UNIT


@dataclass
class Roster:
    """Who stands where. By unit: ``daily``, ``heads`` (who may read sealed parts too: ``trusted``), ``keepers`` of a desk,
    and of these ``checkers``, who check what other units did.

    By district: ``supervisors``, ``coordinators``, ``sealed_desks``. ``instead``: who acts for the absent.
    """

    daily: People = field(default_factory=dict)
    trusted: People = field(default_factory=dict)
    heads: People = field(default_factory=dict)
    keepers: People = field(default_factory=dict)
    checkers: People = field(default_factory=dict)
    supervisors: People = field(default_factory=dict)
    coordinators: People = field(default_factory=dict)
    sealed_desks: People = field(default_factory=dict)
    working: set[tuple[int, int]] = field(default_factory=set)
    instead: dict[int, int] = field(default_factory=dict)

    def near(self, unit: int, level: Level, *, accusing: bool = False) -> set[int]:
        """Return who is told at a unit: who does its daily work, or where nobody does, and higher up, its heads."""
        heads = self.heads.get(unit, set())
        daily = (self.trusted if accusing else self.daily).get(unit)
        return heads if level is Level.HEAD else daily or heads

    def office(self, district: int) -> set[int]:
        """Return who watches over a district."""
        return self.supervisors.get(district) or self.coordinators.get(district) or set()


GRANTED = ("staff_id", "role", "unit_id", "unit__district_id")
MANDATED = ("person_id", "hand_id", "pk")


def roster_on(day: date) -> Roster:
    """Return who stands where today: the grants and mandates in force, of people who are there."""
    grants = Grant.objects.in_force(day).filter(staff__is_active=True)
    mandates = Mandate.objects.in_force(day).filter(hand__is_active=True, kind=MandateKind.STAND_IN)
    return roster_of(grants.values_list(*GRANTED), mandates.values_list(*MANDATED))


def roster_of(grants: Iterable[tuple[int, str, int, int | None]], mandates: Iterable[tuple[int, int, int]]) -> Roster:
    """Return the roster of these grants and deputies."""
    found = Roster()
    for staff, word, unit, district in grants:
        role = Role(word)
        for people, key in _places(found, role, unit, district or 0):
            people.setdefault(key, set()).add(staff)
        if role in WORKING:
            found.working.add((unit, staff))
    # Of several deputies the one named last.
    for person, hand, _ in sorted(mandates, key=lambda each: each[2]):
        found.instead[person] = hand
    return found


def _places(found: Roster, role: Role, unit: int, district: int) -> list[tuple[People, int]]:
    """Return the lists that a role at a unit stands on."""
    daily = [(found.daily, unit), *([(found.trusted, unit)] if _reads_sealed(role) else [])]
    return {
        Role.ROUTER: daily,
        Role.DISPATCHER: daily,
        Role.INFORMANT: daily,
        Role.HEAD: [(found.heads, unit), (found.keepers, unit)],
        Role.COORDINATOR: [(found.coordinators, district), (found.keepers, unit), (found.checkers, unit)],
        Role.SUPERVISOR: [(found.supervisors, district)],
        Role.SEALED_DESK: [(found.sealed_desks, district)],
    }.get(role, [])


def posts_of(roster: Roster) -> list[tuple[str, int, int, int]]:
    """Return (list, key, level, person) for the statement that writes the warnings.

    The lists: o and a at a unit (of what accuses nobody, and somebody), s over a district, k and e at a desk, d the sealed desk.
    """
    units = {*roster.daily, *roster.heads}
    places = [(key, level) for key in units for level in (Level.HANDLER, Level.HEAD)]
    found = {
        "o": [(key, level, roster.near(key, level)) for key, level in places],
        "a": [(key, level, roster.near(key, level, accusing=True)) for key, level in places],
        "s": [(key, Level.OFFICE, roster.office(key)) for key in {*roster.supervisors, *roster.coordinators}],
        "k": [(key, Level.OFFICE, people) for key, people in roster.keepers.items()],
        "e": [(key, Level.OFFICE, people) for key, people in roster.checkers.items()],
        "d": [(key, Level.SEALED_DESK, people) for key, people in roster.sealed_desks.items()],
    }
    return [
        (name, key, int(level), staff)
        for name, rows in found.items()
        for key, level, people in rows
        for staff in sorted(people)
    ]


def lines_of(staff: Iterable[int]) -> list[tuple[int, int]]:
    """Return of each of these people every unit that he belongs to, or that stands over one he does (Art. 30)."""
    keys = set(staff)
    paths = dict(Unit.objects.values_list("pk", "path"))
    homes = set(Staff.objects.filter(pk__in=keys).values_list("pk", "unit_id"))
    stands = homes | set(Grant.objects.open().filter(staff__in=keys).values_list("staff_id", "unit_id"))
    return sorted({(one, int(key)) for one, unit in stands for key in paths[unit].strip("/").split("/")})


def people(keys: Iterable[int]) -> dict[int, Staff]:
    """Return people by their keys, with their units."""
    return {one.pk: one for one in Staff.objects.filter(pk__in=set(keys)).select_related("unit")}
