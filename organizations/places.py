"""Places: the divisions of a district in which something can happen."""

from datetime import date

from law.errors import Refused
from organizations.models import Unit
from organizations.vocabulary import UnitKind

PLACES = (UnitKind.AREA, UnitKind.TOWN, UnitKind.VILLAGE, UnitKind.VILLAGE_GROUP)


def assert_place(unit: Unit, district: int | None) -> Unit:
    """Return a unit that is a division of this district. Raises Refused place_unfit."""
    if unit.kind not in PLACES or unit.district_id != district:
        raise Refused("place_unfit", f"“{unit.name}”不是本区县的乡镇街道、村（社区）或者小组，不能作为问题属地。")
    return unit


def place_written(text: str, district: int | None, on: date) -> Unit | None:
    """Return the one division of a district that a text names exactly, None where none or several do."""
    if not text or district is None:
        return None
    found = list(Unit.objects.valid_on(on).filter(district=district, kind__in=PLACES, name=text)[:2])
    return found[0] if len(found) == 1 else None
