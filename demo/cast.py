"""The people and units of the demonstration, looked up once per piece of work."""

from dataclasses import dataclass

from django.db.models import Q

from demo.district import OUTSIDE, demo_area, name_of
from organizations.models import Staff, Unit
from organizations.vocabulary import UnitKind


@dataclass(frozen=True)
class Cast:
    """Staff by account and units by name."""

    people: dict[str, Staff]
    places: dict[str, Unit]

    def staff(self, username: str) -> Staff:
        """Return the person with this account."""
        return self.people[username]

    def unit(self, key: str) -> Unit:
        """Return the unit with this key; a village is its own key."""
        return self.places[name_of(key)]


def load_cast() -> Cast | None:
    """Return the people and units of the fictional district, or None where it has not been made."""
    area = demo_area()
    if area is None:
        return None
    outside = [name for name, _ in OUTSIDE.values()]
    units = Unit.objects.filter(Q(district=area) | Q(kind=UnitKind.EXTERNAL, name__in=outside)).select_related(
        "parent", "district"
    )
    staff = Staff.objects.filter(unit__district=area).select_related("unit")
    return Cast({each.username: each for each in staff}, {unit.name: unit for unit in units})
