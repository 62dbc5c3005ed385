"""A small district of our own invention, and a neighbour that must never be seen from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from organizations.actions import add_unit
from organizations.models import Grant, Staff, Unit
from organizations.people import add_staff, approve, found_officers, grant
from organizations.roles import OFFICERS, Role
from organizations.vocabulary import Level, UnitKind
from tests.kept import as_new, kept

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


def staffed() -> District:
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


@pytest.fixture(scope="module")
def kept_district(django_db_setup: None, django_db_blocker: Any) -> Iterator[bytes]:
    """云川区, built once for the tests of a file."""
    with kept(staffed, django_db_blocker) as district:
        yield district


@pytest.fixture
def district(kept_district: bytes, db: None, request: pytest.FixtureRequest) -> District:
    """云川区 with one person for every role, fresh for this test."""
    found: District = as_new(kept_district, request)
    return found


@pytest.fixture(scope="module")
def kept_neighbour(kept_district: bytes, django_db_blocker: Any) -> Iterator[bytes]:
    """南岭区 beside it, built once for the tests of a file."""
    with kept(lambda: build("南岭区"), django_db_blocker) as neighbour:
        yield neighbour


@pytest.fixture
def neighbour(kept_neighbour: bytes, db: None, request: pytest.FixtureRequest) -> District:
    """Another district with units of the same names, fresh for this test."""
    found: District = as_new(kept_neighbour, request)
    return found


def as_person(staff: Staff) -> Client:
    """Return a client logged in as this person."""
    client = Client()
    client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pending(staff: Staff) -> Grant:
    """Return the one grant of a person that nobody has approved yet."""
    return Grant.objects.get(staff=staff, approved_by=None)
