"""The first units and accounts of an empty production system."""

from dataclasses import dataclass

from django.db import connection, transaction

from law.errors import Refused
from organizations.actions import add_unit
from organizations.dictionaries import load_dictionaries
from organizations.models import Staff, Unit
from organizations.people import add_staff, approve, found_officers, grant, new_password
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind

_OFFICERS = ((Role.SYSTEM_ADMIN, "sysadmin"), (Role.SECURITY_ADMIN, "secadmin"), (Role.SECURITY_AUDITOR, "auditor"))
_OFFICE = ((Role.ROUTER, "router"), (Role.COORDINATOR, "coordinator"), (Role.WINDOW_CLERK, "window"))


@dataclass(frozen=True)
class Account:
    """One account with the password it was opened with."""

    username: str
    password: str
    role: Role
    unit: str


def found_district(
    district: str = "本区（请改名）", office: str = "区信访局（请改名）", code: str = ""
) -> list[Account]:
    """Make one district, its petition office, the three officers and the office's first three people; load the dictionaries.

    Raises Refused: not_empty.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {connection.ops.quote_name(Unit._meta.db_table)} IN SHARE ROW EXCLUSIVE MODE")
        if Unit.objects.exists():
            raise Refused("not_empty", "系统里已经有单位，没有改动任何内容。")
        load_dictionaries()
        area = add_unit(district, UnitKind.AREA, Level.DISTRICT, code=code)
        bureau = add_unit(office, UnitKind.PETITION_OFFICE, Level.DISTRICT, parent=area)
        return _people(bureau)


def _people(bureau: Unit) -> list[Account]:
    accounts = [Account(username, new_password(), role, bureau.name) for role, username in (*_OFFICERS, *_OFFICE)]
    opened = {account.role: _open(account, bureau) for account in accounts}
    system, security = opened[Role.SYSTEM_ADMIN], opened[Role.SECURITY_ADMIN]
    found_officers(system, security, opened[Role.SECURITY_AUDITOR], bureau)
    for role, _ in _OFFICE:
        approve(grant(role, opened[role], bureau, by=system), by=security)
    return accounts


def _open(account: Account, bureau: Unit) -> Staff:
    return add_staff(account.username, account.password, name=account.role.label, unit=bureau)
