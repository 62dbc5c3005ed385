"""Why a step of an order cannot be taken now: one function a condition, raised by the frame and said by the page."""

from datetime import date

from cases.models import Service
from cases.places.spot import Spot
from law.errors import Refused
from organizations.models import Staff
from supervision.models import SupervisionOrder
from supervision.orders.people import had_a_part, own_unit
from supervision.orders.verbs import MADE, RECTIFIED, REPLIED
from supervision.words.orders import CheckResult

ARTICLE = "第四十条"


def orderable(spot: Spot) -> Refused | None:
    """One's own unit is not ordered. Code: own_unit."""
    return own_unit(spot.leg.unit, spot.by)


def checked_by_another(order: SupervisionOrder, staff: Staff, _on: date) -> Refused | None:
    """Who replied does not check, and nobody of the unit does. Codes: own_unit, same_person."""
    if refusal := own_unit(order.unit, staff):
        return refusal
    if had_a_part(order, staff, REPLIED, RECTIFIED):
        return Refused("same_person", "反馈的人不能核查自己的反馈，请由另一人核查。", ARTICLE)
    return None


def closed_by_another(order: SupervisionOrder, staff: Staff, on: date) -> Refused | None:
    """Who ordered, signed or replied does not close; what is not in order stays open. Codes: as checked, not_there."""
    if refusal := checked_by_another(order, staff, on):
        return refusal
    if staff.both & {order.made_by_id, order.signed_by_id} or had_a_part(order, staff, MADE):
        return Refused("same_person", "发出、签发督办函的人不能销号，请由另一人核定。", ARTICLE)
    if order.result == CheckResult.NOT_THERE:
        return Refused("not_there", "核查结论是没有到位，不能销号。", ARTICLE)
    return None


def told_in_writing(order: SupervisionOrder, staff: Staff, explained_on: date) -> bool:
    """Tell whether a letter of the leg arrived at the petitioner on that day, after the order was made."""
    served = Service.objects.readable_by(staff).filter(document__leg=order.leg_id, received_on=explained_on)
    return explained_on >= order.made_on and served.exists()
