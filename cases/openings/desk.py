"""When the desk may void what it registered, and whom it may remind (Art. 22, 40)."""

from cases.places.second_person import asked_himself
from cases.places.spot import Spot
from law.errors import Refused


def asked_by_another(spot: Spot) -> Refused | None:
    """A second person decides about voiding (Art. 22). Code: same_person."""
    if asked_himself(spot):
        return Refused("same_person", "作废要由申请人以外的另一人核准。", "第二十二条")
    return None


def at_another_unit(spot: Spot) -> Refused | None:
    """Another unit is reminded, one's own is talked to (Art. 40). Code: own_unit."""
    if spot.leg.unit_id == spot.by.unit_id:
        return Refused("own_unit", "催办发给别的单位；本单位承办的，请直接与承办人联系。", "第四十条")
    return None
