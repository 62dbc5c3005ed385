"""上一级机关、单位: which unit stands over another for re-examination and review, proposed from the tree (Art. 35, 36)."""

from organizations.models import Unit
from organizations.models.units import UnitQuerySet
from organizations.vocabulary import DEPARTMENTS, Level, UnitKind

_NO_BODIES = (UnitKind.AREA, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP, UnitKind.PETITION_OFFICE)
# Bodies of a government: where the tree names no superior, the government of the district is it.
_GOVERNED = (UnitKind.TOWN, *DEPARTMENTS, UnitKind.PETITION_OFFICE, UnitKind.STATE_ENTERPRISE)
_TAKING_OVER = (UnitKind.GOVERNMENT, UnitKind.PARTY_ORGAN, *DEPARTMENTS, UnitKind.TOWN)
_GOVERNMENT, _PARTY = "人民政府", "中共"
_ABOVE = {Level.TOWN: Level.DISTRICT, Level.DISTRICT: Level.CITY, Level.CITY: Level.PROVINCE}
# Departments with a kind of their own: the word that their names carry at every level, branch or not.
_FIELD_WORDS = {UnitKind.POLICE: "公安", UnitKind.JUSTICE: "司法"}


def proposed_superior(unit: Unit) -> Unit | None:
    """Return the unit that would decide over this one: town or department -> district government, government -> city.

    The nearest body above it in the tree; else the government of its district; else the one government outside of
    the next level. None where the tree does not tell: then a person has to choose.
    """
    if above := _body_above(unit):
        return above
    if unit.kind in _GOVERNED:
        return _government_of(unit)
    return _outside(unit) if unit.kind == UnitKind.GOVERNMENT else None


def superiors_of(unit: Unit) -> list[Unit]:
    """Return every 上一级机关、单位 of a unit, the proposed one first; a person chooses among them (Art. 35, 36).

    The nearest body above it in the tree; of a body of a government also this government; of a department also the
    department of its field one level up; of a government the governments outside one level up, of a body outside the
    government beside it; of what has no superior in the tree, as a party organ, whatever else is one level up.
    """
    government = _government_of(unit) if unit.kind in _GOVERNED else None
    found = [*filter(None, (proposed_superior(unit), _body_above(unit), government)), *_one_level_up(unit)]
    return list({each.pk: each for each in found if each.pk != unit.pk}.values())


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


def _body_above(unit: Unit) -> Unit | None:
    above = unit.parent
    while above is not None and above.kind in _NO_BODIES:
        above = above.parent
    return above


def _government_of(unit: Unit) -> Unit | None:
    return Unit.objects.filter(district=unit.district_id, kind=UnitKind.GOVERNMENT).exclude(pk=unit.pk).first()


def _one_level_up(unit: Unit) -> list[Unit]:
    """Return the bodies outside that stand one level over a unit: for a department those of its field alone."""
    outside = Unit.objects.filter(kind=UnitKind.EXTERNAL, level=_ABOVE.get(Level(unit.level)), valid_to=None)
    if unit.kind in DEPARTMENTS:
        return _of_its_field(unit, outside)
    if unit.kind == UnitKind.GOVERNMENT or unit.name.endswith(_GOVERNMENT):
        return list(outside.filter(name__endswith=_GOVERNMENT)) or list(outside)
    if unit.kind == UnitKind.EXTERNAL:
        beside = Unit.objects.filter(kind=UnitKind.EXTERNAL, level=unit.level, valid_to=None)
        return list(beside.filter(name__endswith=_GOVERNMENT)) or list(outside)
    if proposed_superior(unit):
        return []
    own_line = outside.exclude(name__endswith=_GOVERNMENT)
    return list(own_line.filter(name__startswith=_PARTY) if unit.kind == UnitKind.PARTY_ORGAN else own_line)


def _of_its_field(unit: Unit, outside: UnitQuerySet) -> list[Unit]:
    """Return what has the name of a department's field: 区住建局 and 市住建局; 区公安分局 and 市公安局."""
    if word := _FIELD_WORDS.get(UnitKind(unit.kind)):
        return list(outside.filter(name__contains=word))
    area = unit.district.name if unit.district else ""
    field = unit.name.removeprefix(area)
    return list(outside.filter(name__endswith=field)) if area and field not in ("", unit.name) else []


def _outside(unit: Unit) -> Unit | None:
    above = _ABOVE.get(Level(unit.level))
    found = list(Unit.objects.filter(kind=UnitKind.EXTERNAL, level=above, name__endswith=_GOVERNMENT)[:2])
    return found[0] if len(found) == 1 else None
