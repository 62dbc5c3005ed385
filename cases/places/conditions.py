"""Where a person may do an act, as a condition on rows that name a unit."""

from django.db.models import Q

from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Reach, Right

NOTHING = Q(pk__in=())


def at_places(staff: Staff, act: Act | Right, field: str = "unit", *, own: Q | None = None) -> Q:
    """Return where a person may do an act; what is permitted for own work only counts where ``own`` says which."""
    places = NOTHING
    for reach, grant in holdings(staff, act):
        if reach is Reach.OWN:
            places |= Q(**{field: grant.unit_id}) & own if own is not None else NOTHING
        elif reach is Reach.UNIT:
            places |= Q(**{field: grant.unit_id})
        elif reach is Reach.BELOW:
            places |= Q(**{f"{field}__path__startswith": grant.unit.path})
        else:
            places |= Q(district_id=grant.unit.district_id or grant.unit_id)
    return places
