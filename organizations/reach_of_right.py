"""Over which units' records a right of a room reaches: asked of a person's roles and their reach."""

from django.db.models import Q

from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Reach, Right

_NOBODY = Q(pk__in=())


def held_over(staff: Staff, right: Right, unit: str) -> Q:
    """Return the condition of rows whose ``unit`` lies within a person's reach for a right; what is only his own, is not asked."""
    found = _NOBODY
    for reach, grant in holdings(staff, right):
        base = grant.unit
        if reach is Reach.ALL:
            found |= Q(**{f"{unit}__district": base.district_id})
        elif reach is Reach.BELOW:
            found |= Q(**{f"{unit}__path__startswith": base.path})
        elif reach is Reach.UNIT:
            found |= Q(**{unit: base.pk})
    return found


def units_within(staff: Staff, right: Right, *, below: bool = False) -> Q:
    """Return the condition of units within a person's reach for a right; ``below``: only where it goes beyond his own unit."""
    found = _NOBODY
    for reach, grant in holdings(staff, right):
        base = grant.unit
        if reach is Reach.ALL:
            found |= Q(district=base.district_id)
        elif reach is Reach.BELOW:
            found |= Q(path__startswith=base.path)
        elif reach is Reach.UNIT and not below:
            found |= Q(pk=base.pk)
    return found
