"""When a leg that was sent to the wrong unit can go elsewhere: taken back unopened, or both sides agree (Art. 22, 24, 30)."""

from cases.models import Leg, Redirect
from cases.openings.exits import unaccepted
from cases.places.second_person import same_person
from cases.places.spot import Spot
from cases.places.wall import is_accused
from law.errors import Refused
from law.vocabulary import State
from organizations.closed_units import is_closed

AGREED = "第二十四条第一款"
_SENT = (State.REFERRED, State.COMMISSIONED)


def takeable(spot: Spot) -> Refused | None:
    """The sender takes a leg back while nobody there has opened it; later only from one that the case accuses, or that was closed.

    Rests on Art. 22, 30. Code: opened_already.
    """
    leg = spot.leg
    if (leg.state in _SENT and not _touched(leg)) or is_accused(spot.case, leg.unit) or is_closed(leg.unit, spot.on):
        return None
    words = (
        f"“{leg.unit.name}”已经签收或者办理，不能单方撤回（被检举控告的单位除外）。分错了的，由对方在5个工作日内"
        "“提出异议”；受理以前，双方都同意的可以“商请重新转办”。"
    )
    return Refused("opened_already", words, "第二十二条第一款、第三十条")


def _touched(leg: Leg) -> bool:
    """Tell whether the unit has done anything with a leg: signed for it, accepted, objected, asked for material or advice."""
    asked = [hand_off.from_unit_id for hand_off in leg.hand_offs.all()] + [
        each.asked_unit_id for each in leg.redirects.all()
    ]
    said = leg.objections.all() or leg.material_requests.all()
    return bool(leg.opened_at or leg.accepted_on or said) or leg.unit_id in asked


def open_redirect(leg: Leg) -> Redirect | None:
    """Return the request that waits for the other side."""
    return next((each for each in leg.redirects.all() if each.decided_on is None), None)


def redirectable(spot: Spot) -> Refused | None:
    """Before acceptance, one request at a time, and not against the superior's decision (Art. 24).

    Codes: accepted_already, unit_assigned, redirect_asked_already.
    """
    if refusal := unaccepted(spot):
        return refusal
    if any(demand.assigned_unit_id for demand in spot.leg.demands.all()):
        words = "本环节是按照指定办理单位的决定分来的，双方不能另行商定，请依职权受理。"
        return Refused("unit_assigned", words, AGREED)
    if found := open_redirect(spot.leg):
        words = f"“{found.asked_unit.name}”已于{found.asked_on}商请重新转办，还没有答复；在此之前期限照常计算。"
        return Refused("redirect_asked_already", words, AGREED)
    return None


def redirect_waits(spot: Spot) -> Refused | None:
    """The other side has asked, and it is another who answers (Art. 24). Codes: no_redirect, own_request, accepted_already."""
    found = open_redirect(spot.leg)
    if found is None:
        return Refused("no_redirect", "没有等候答复的重新转办商请。", AGREED)
    if same_person(spot, found.asked_by_id):
        return Refused("own_request", "重新转办要双方同意，不能由商请人自己答复。", AGREED)
    return unaccepted(spot)
