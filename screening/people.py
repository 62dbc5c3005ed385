"""Which units and rounds a person has to do with in this room, by his rights."""

from law.errors import Refused
from organizations.authority import holdings, may
from organizations.models import Staff, Unit
from organizations.recording import record_not_found
from organizations.roles import Right
from organizations.vocabulary import DEPARTMENTS, UnitKind
from screening.models import Round

_REPORT = (UnitKind.VILLAGE, UnitKind.TOWN, *DEPARTMENTS)


def own_units(staff: Staff) -> list[Unit]:
    """Return the units that a person reports for himself; those below his town he reports for on the phone."""
    units = {grant.unit.pk: grant.unit for _, grant in holdings(staff, Right.REPORT_SCREENING)}
    return [unit for unit in units.values() if unit.kind in _REPORT]


def round_at(staff: Staff, key: int) -> Round:
    """Return a round of a person's district. Raises Refused not_found."""
    found = Round.objects.readable_by(staff).select_related("theme").filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def unit_at(staff: Staff, key: int, right: Right) -> Unit:
    """Return a unit within a person's reach for a right. Raises Refused not_found."""
    unit = Unit.objects.select_related("parent", "successor").filter(pk=key).first()
    if unit is None or not may(staff, right, at=unit):
        raise record_not_found()
    return unit


def assert_reads(staff: Staff) -> Staff:
    """Let only who reads screening go on, and return that person. Raises Refused not_permitted."""
    if not holdings(staff, Right.READ_SCREENING):
        raise Refused("not_permitted", "您的角色不能查看矛盾纠纷排查。可在“权限一览”查看谁可以办理。")
    return staff


def reports_anywhere(staff: Staff) -> bool:
    """Tell whether a person reports for any unit."""
    return bool(holdings(staff, Right.REPORT_SCREENING))


def assert_reports(staff: Staff) -> Staff:
    """Let only who reports somewhere go on, and return that person. Raises Refused not_permitted."""
    if not reports_anywhere(staff):
        raise Refused("not_permitted", "您的角色不能填报排查。可在“权限一览”查看谁可以办理。")
    return staff
