"""Units that a text names, and the one where it happened: read once for a text, told with the words."""

from insight.handling.suggestion import Suggestion
from organizations.models import Staff, Unit
from organizations.unit_options import choosable
from organizations.vocabulary import UnitKind

_SHORTEST = 3
# Where it happened says who is near, not who is competent.
_NEAR, _NAMED = 0.5, 1.0


def units_by_words(staff: Staff, text: str) -> list[Suggestion]:
    """Return the units whose names stand in a text, the longest name of each: one statement.

    The desk's own unit answers by itself, if it wants to.
    """
    rows = choosable(staff, "refer").exclude(pk=staff.unit_id).values_list("pk", "name", "short_name")
    found = []
    for key, name, short in rows:
        said = next((each for each in (name, short) if len(each) >= _SHORTEST and each in text), "")
        if said:
            found.append(Suggestion(str(key), name, f"文中写到“{said}”", _NAMED))
    return found


def unit_of_place(place: Unit | None) -> list[Suggestion]:
    """Return the town in which it happened (Art. 5, 属地管理), none for what is no town's."""
    if place is None:
        return []
    rows = Unit.objects.filter(pk__in=place.line, kind=UnitKind.TOWN)
    return [
        Suggestion(str(town.pk), town.name, f"问题发生在{town.short_name}（属地管理）", _NEAR)
        for town in rows.order_by("-path")[:1]
    ]
