"""上一级机关、单位: which unit stands over another for re-examination and review, proposed from the tree (Art. 35, 36)."""

from organizations.models import Unit
from organizations.vocabulary import Level, UnitKind

_NO_BODIES = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP, UnitKind.PETITION_OFFICE)
# Bodies of a government: where the tree names no superior, the government of the district is it.
_DEPARTMENTS = (UnitKind.DEPARTMENT, UnitKind.POLICE, UnitKind.JUSTICE)
_GOVERNED = (UnitKind.TOWN, *_DEPARTMENTS, UnitKind.PETITION_OFFICE, UnitKind.STATE_ENTERPRISE)
_TAKING_OVER = (UnitKind.GOVERNMENT, UnitKind.PARTY_ORGAN, *_DEPARTMENTS, UnitKind.TOWN)
_ABOVE = {Level.TOWN: Level.DISTRICT, Level.DISTRICT: Level.CITY, Level.CITY: Level.PROVINCE}


def proposed_superior(unit: Unit) -> Unit | None:
    """Return the unit that would decide over this one: town or department -> district government, government -> city.

    The nearest body above it in the tree; else the government of its district; else the one government outside of
    the next level. None where the tree does not tell: then a person has to choose.
    """
    above = unit.parent
    while above is not None:
        if above.kind not in _NO_BODIES:
            return above
        above = above.parent
    if unit.kind in _GOVERNED:
        return Unit.objects.filter(district=unit.district_id, kind=UnitKind.GOVERNMENT).exclude(pk=unit.pk).first()
    return _outside(unit) if unit.kind == UnitKind.GOVERNMENT else None


def stands_over(unit: Unit, other: Unit) -> bool:
    """Tell whether a unit can be the superior of another: above it in the tree, its district's government, or outside."""
    if unit.pk == other.pk or unit.kind in _NO_BODIES or other.holds(unit):
        return False
    government = unit.kind == UnitKind.GOVERNMENT and unit.district_id == other.district_id and other.kind in _GOVERNED
    return unit.holds(other) or government or unit.kind == UnitKind.EXTERNAL


def higher(unit: Unit, other: Unit) -> bool:
    """Tell whether a unit of this system can take over what another handles: its superior, or of a higher level here."""
    if unit.kind not in _TAKING_OVER or unit.district_id not in (None, other.district_id):
        return False
    order = list(Level)
    return stands_over(unit, other) or order.index(Level(unit.level)) < order.index(Level(other.level))


def _outside(unit: Unit) -> Unit | None:
    above = _ABOVE.get(Level(unit.level))
    found = list(Unit.objects.filter(kind=UnitKind.EXTERNAL, level=above, name__endswith="人民政府")[:2])
    return found[0] if len(found) == 1 else None
