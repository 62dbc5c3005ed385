"""A small district of our own invention, and a neighbour that must never be seen from it."""

from dataclasses import dataclass, field

import pytest
from django.test import Client

from organizations.actions import add_unit
from organizations.models import Grant, Staff, Unit
from organizations.people import add_staff, approve, found_officers, grant
from organizations.roles import OFFICERS, Role
from organizations.vocabulary import Level, UnitKind

PASSWORD = "kite-over-the-river-7"


@dataclass
class District:
    """Units by short name, people by role."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[Role, Staff] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Unit:
        return self.units[name]


def build(prefix: str) -> District:
    """Make a district with an office, a department, two towns and their villages."""
    made = District()

    def put(name: str, kind: UnitKind, level: Level, parent: str = "") -> None:
        above = made.units.get(parent)
        made.units[name] = add_unit(f"{prefix}{name}", kind, level, parent=above, short_name=name)

    put("区", UnitKind.AREA, Level.DISTRICT)
    put("信访局", UnitKind.PETITION_OFFICE, Level.DISTRICT, "区")
    put("水务局", UnitKind.DEPARTMENT, Level.DISTRICT, "区")
    put("法院", UnitKind.COURT, Level.DISTRICT, "区")
    for town in ("柳溪镇", "石桥镇"):
        put(town, UnitKind.TOWN, Level.TOWN, "区")
    put("上河村", UnitKind.VILLAGE, Level.VILLAGE, "柳溪镇")
    put("下河村", UnitKind.VILLAGE, Level.VILLAGE, "柳溪镇")
    put("河东组", UnitKind.VILLAGE_GROUP, Level.GROUP, "上河村")
    put("北坡村", UnitKind.VILLAGE, Level.VILLAGE, "石桥镇")
    return made


@pytest.fixture
def district(db: None) -> District:
    """云川区 with one person for every role."""
    made = build("云川区")
    home = {Role.DISPATCHER: "柳溪镇", Role.INFORMANT: "上河村", Role.HANDLER: "水务局", Role.HEAD: "水务局"}
    for role in Role:
        unit = made[home.get(role, "信访局")]
        made.people[role] = add_staff(f"yc_{role}", PASSWORD, name=f"{role.label[:3]}甲", unit=unit)
    system, security = made.people[Role.SYSTEM_ADMIN], made.people[Role.SECURITY_ADMIN]
    found_officers(system, security, made.people[Role.SECURITY_AUDITOR], made["信访局"])
    for role in Role:
        if role not in OFFICERS:
            staff = made.people[role]
            approve(grant(role, staff, staff.unit, by=system), by=security)
    return made


@pytest.fixture
def neighbour(db: None) -> District:
    """Another district with units of the same names."""
    return build("南岭区")


def as_person(staff: Staff) -> Client:
    """Return a client logged in as this person."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pending(staff: Staff) -> Grant:
    """Return the one grant of a person that nobody has approved yet."""
    return Grant.objects.get(staff=staff, approved_by=None)
