"""May this person do this here? Answered from the grants in force and roles.MATRIX, nowhere else."""

from collections.abc import Hashable

from law.vocabulary import Act
from organizations.models import Grant, Staff, Unit
from organizations.roles import Reach, Right, Role, reach_of


def holdings(staff: Staff, thing: Act | Right) -> list[tuple[Reach, Grant]]:
    """Return the grants of a person that give any permission for an act or right, with their reach."""
    if not staff.is_active:
        return []
    found = ((reach_of(Role(grant.role), thing), grant) for grant in staff.grants_in_force)
    return [(reach, grant) for reach, grant in found if reach]


def may(staff: Staff, thing: Act | Right, *, at: Unit, own: bool = False) -> bool:
    """Tell whether a person may do a thing at a unit; ``own``: the work is this person's own."""
    return any(covers(reach, grant.unit, at, own=own) for reach, grant in holdings(staff, thing))


def covers(reach: Reach, base: Unit, at: Unit, *, own: bool) -> bool:
    """Tell whether a reach held at ``base`` covers a unit."""
    if reach is Reach.OWN:
        return own and base.pk == at.pk
    if reach is Reach.UNIT:
        return base.pk == at.pk
    if reach is Reach.BELOW:
        return base.holds(at)
    return reach is Reach.ALL and (base.district_id or base.pk) == (at.district_id or at.pk)


def standing_of(staff: Staff) -> Hashable:
    """Return everything about a person that decides what he may see and do, as one value to compare and to keep under."""
    grants = tuple((grant.role, _place_of(grant.unit)) for grant in staff.grants_in_force)
    hand = standing_of(staff.hand) if staff.hand else None
    return staff.pk, staff.is_active, _place_of(staff.unit), grants, hand


def _place_of(unit: Unit) -> Hashable:
    return unit.pk, unit.path, unit.district_id, unit.kind, unit.moving


def being_moved(staff: Staff) -> bool:
    """Tell whether a unit of a person's line is being moved: until that is done its rows may say two things."""
    return any(unit.moving for unit in stands_at(staff))


def stands_at(staff: Staff) -> list[Unit]:
    """Return the units a person belongs to: the home unit and every unit a grant is held at."""
    units = {grant.unit.pk: grant.unit for grant in staff.grants_in_force}
    return list({staff.unit.pk: staff.unit, **units}.values())
