"""The small cast: one fictional district and its people; `cast` is loaded as a plugin by conftest.py."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cases.actions.inputs import DemandInput, PartyInput
from cases.doors.table import ACTIONS
from cases.models import Case
from law.vocabulary import Act, Channel
from organizations.actions import add_unit
from organizations.models import Grant, Staff, Unit
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind
from tests.kept import as_new, kept

START = date(2026, 3, 2)
LAO_WANG = PartyInput("老王", phone="13800001234", id_number="990102196001010011", address="青石镇柳湾村12号")
D, T, V = Level.DISTRICT, Level.TOWN, Level.VILLAGE
# name of the attribute: full name, kind, level, attribute of the parent
UNITS: dict[str, tuple[str, UnitKind, Level, str]] = {
    "area": ("云河区", UnitKind.AREA, D, ""),
    "party": ("中共云河区委办公室", UnitKind.PARTY_ORGAN, D, "area"),
    "discipline": ("云河区纪委监委", UnitKind.DISCIPLINE, D, "area"),
    "gov": ("云河区人民政府", UnitKind.GOVERNMENT, D, "area"),
    "bureau": ("云河区信访局", UnitKind.PETITION_OFFICE, D, "gov"),
    "housing": ("云河区住建局", UnitKind.DEPARTMENT, D, "gov"),
    "farming": ("云河区农业农村局", UnitKind.DEPARTMENT, D, "gov"),
    "town": ("青石镇人民政府", UnitKind.TOWN, T, "gov"),
    "other_town": ("白沙镇人民政府", UnitKind.TOWN, T, "gov"),
    "village": ("柳湾村", UnitKind.VILLAGE, V, "town"),
    "group": ("柳湾村三组", UnitKind.VILLAGE_GROUP, Level.GROUP, "village"),
    "next_village": ("桃源村", UnitKind.VILLAGE, V, "town"),
    "far_area": ("山阳区", UnitKind.AREA, D, ""),
    "far_bureau": ("山阳区信访局", UnitKind.PETITION_OFFICE, D, "far_area"),
    "far_housing": ("山阳区住建局", UnitKind.DEPARTMENT, D, "far_area"),
}
# name of the attribute: name, attribute of the home unit, roles there
PEOPLE: dict[str, tuple[str, str, tuple[Role, ...]]] = {
    "clerk": ("小李", "bureau", (Role.WINDOW_CLERK,)),
    "router": ("分办员周", "bureau", (Role.ROUTER,)),
    "bureau_head": ("吴局长", "bureau", (Role.HEAD,)),
    "coordinator": ("协调员郑", "bureau", (Role.COORDINATOR,)),
    "supervisor": ("督查员冯", "bureau", (Role.SUPERVISOR,)),
    "analyst": ("分析员陈", "bureau", (Role.ANALYST,)),
    "leader": ("卫区长", "gov", (Role.LEADER,)),
    "sealed_desk": ("检举控告专管员蒋", "party", (Role.SEALED_DESK,)),
    "inspector": ("纪委韩", "discipline", (Role.HANDLER, Role.HEAD)),
    "housing_head": ("张主任", "housing", (Role.HEAD,)),
    "housing_handler": ("承办人朱", "housing", (Role.HANDLER,)),
    "housing_second": ("承办人许", "housing", (Role.HANDLER,)),
    "farming_head": ("何局长", "farming", (Role.HEAD,)),
    "farming_handler": ("承办人吕", "farming", (Role.HANDLER,)),
    "town_head": ("施镇长", "town", (Role.HEAD,)),
    "dispatcher": ("调度员孔", "town", (Role.DISPATCHER,)),
    "town_handler": ("承办人曹", "town", (Role.HANDLER,)),
    "other_dispatcher": ("调度员严", "other_town", (Role.DISPATCHER,)),
    "informant": ("信息员华", "village", (Role.INFORMANT,)),
    "village_head": ("金村长", "village", (Role.HEAD,)),
    "group_informant": ("组长魏", "group", (Role.INFORMANT,)),
    "next_informant": ("信息员陶", "next_village", (Role.INFORMANT,)),
    "system_admin": ("钱管理", "bureau", (Role.SYSTEM_ADMIN,)),
    "security_admin": ("孙安全", "bureau", (Role.SECURITY_ADMIN,)),
    "auditor": ("赵审计", "bureau", (Role.SECURITY_AUDITOR,)),
    "stranger": ("山阳区小马", "far_bureau", (Role.ROUTER, Role.COORDINATOR)),
}


class Cast:
    """Every unit and person as an attribute: cast.town, cast.clerk."""

    def __init__(self) -> None:
        for key, (name, kind, level, parent) in UNITS.items():
            above = getattr(self, parent) if parent else None
            code = {"area": "990102", "far_area": "990103"}.get(key, "")
            setattr(self, key, add_unit(name, kind, level, parent=above, code=code))
        people = [Staff(username=key, name=name, unit=getattr(self, home)) for key, (name, home, _) in PEOPLE.items()]
        for person in Staff.objects.bulk_create(people):
            setattr(self, person.username, person)
        for key, (_, home, roles) in PEOPLE.items():
            self.grant(getattr(self, key), getattr(self, home), *roles)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)

    def grant(self, person: Staff, unit: Unit, *roles: Role) -> Staff:
        """Give roles at a unit, approved; the person reads them afresh."""
        approver: Staff = self.security_admin
        Grant.objects.bulk_create(Grant(staff=person, unit=unit, role=role, approved_by=approver) for role in roles)
        for name in ("grants_in_force", "roles"):
            person.__dict__.pop(name, None)
        return person

    def hire(self, name: str, unit: Unit, *roles: Role) -> Staff:
        """Take on one more person."""
        return self.grant(Staff.objects.create(username=name, name=name, unit=unit), unit, *roles)


def register(cast: Cast, **changes: Any) -> Case:
    """Register a letter of 老王 at the bureau."""
    asked: dict[str, Any] = {
        "by": cast.clerk,
        "channel": Channel.LETTER,
        "received_on": START,
        "on": START,
        "content": "村口的路坏了一年没有人修，水渠也堵了。",
        "parties": [LAO_WANG],
        "demands": [DemandInput("修好村口的路"), DemandInput("疏通水渠")],
    }
    case: Case = ACTIONS[Act.REGISTER](**{**asked, **changes})
    return case


@pytest.fixture(scope="module")
def kept_cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[bytes]:
    """The small cast, built once for the tests of a file."""
    with kept(Cast, django_db_blocker) as cast:
        yield cast


@pytest.fixture
def cast(kept_cast: bytes, db: None, request: pytest.FixtureRequest) -> Cast:
    """The small cast, fresh for this test."""
    found: Cast = as_new(kept_cast, request)
    return found
