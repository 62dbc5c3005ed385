"""Where a person may do an act, as a condition on rows that name a unit."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from cases.sight.querysets import NOTHING
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Reach, Right


class AtOrBelow(models.Expression):
    """A row is at a unit of this path, or below it: the units are found once a statement, and lead into the index."""

    conditional = True

    def __init__(self, field: Any, path: str) -> None:
        super().__init__(output_field=models.BooleanField())
        self.unit = F(field) if isinstance(field, str) else field
        self.path = path

    def get_source_expressions(self) -> list[Any]:
        """Return the column that names the unit."""
        return [self.unit]

    def set_source_expressions(self, exprs: Any) -> None:
        """Take the column as it stands in the statement."""
        (self.unit,) = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition; a path is digits and slashes, nothing in it is a pattern."""
        unit, given = compiler.compile(self.unit)
        below = "SELECT id FROM organizations_unit WHERE path LIKE %s"
        return f"{unit} = ANY(ARRAY({below}))", (*given, f"{self.path}%")


def in_districts(staff: Staff, *acts: Act | Right) -> Q:
    """Return the districts where a person may do one of these acts; no condition where he may do it above them.

    Said beside `at_places`, it lets PostgreSQL walk an index of a district in the order that is asked for.
    """
    districts = {grant.unit.district_id for act in acts for _, grant in holdings(staff, act)}
    return Q() if None in districts else Q(district__in=sorted(key for key in districts if key))


def at_places(staff: Staff, act: Act | Right, field: str = "unit", *, own: Q | None = None) -> Q:
    """Return where a person may do an act; what is permitted for own work only counts where ``own`` says which."""
    places = NOTHING
    for reach, grant in holdings(staff, act):
        if reach is Reach.OWN:
            places |= Q(**{field: grant.unit_id}) & own if own is not None else NOTHING
        elif reach is Reach.UNIT:
            places |= Q(**{field: grant.unit_id})
        elif reach is Reach.BELOW:
            places |= Q(AtOrBelow(field, grant.unit.path))
        else:
            places |= Q(district_id=grant.unit.district_id or grant.unit_id)
    return places
