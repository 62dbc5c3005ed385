"""Bridge while conditions move: the old yes-or-no tests as openings that only the page asks."""

from collections.abc import Callable

from cases.openings.delivery import DELIVERY
from cases.openings.jurisdiction import JURISDICTION, TO_CASE
from cases.openings.remedies import PERTINENT, closable
from cases.openings.side_acts import BESIDE
from cases.places.spot import Spot
from kit.rooms import door_of
from law.errors import Refused
from law.vocabulary import Act, Movement
from organizations.vocabulary import UnitKind

# Such a refusal explains nothing: it is not shown.
NOTHING_TO_DO = "not_needed_now"


def offered(act: Act) -> Callable[[Spot], Refused | None]:
    """Return the opening of an act from the old tables."""

    def opening(spot: Spot) -> Refused | None:
        return None if _pertinent(spot) else not_needed(act)

    opening.page_only = True  # type: ignore[attr-defined]
    return opening


def not_needed(act: Act) -> Refused:
    """Return the refusal of an act that state and role would allow, but for which there is nothing to do."""
    return Refused(NOTHING_TO_DO, f"目前没有需要“{act.label}”的事项，或者条件还不具备。", door_of(act).step.article)


def _pertinent(spot: Spot) -> bool:
    act, case, staff, on = spot.act, spot.case, spot.by, spot.on
    if spot.on_leg is None:
        if act is Act.KEEP:
            return case.unit.kind != UnitKind.PETITION_OFFICE
        if act in (Act.CONFIRM_VOID, Act.REFUSE_VOID):
            asked = case.events.filter(act=Act.REQUEST_VOID).order_by("-sequence").first()
            return asked is None or asked.by_id != staff.pk
        return TO_CASE[act](case)
    leg = spot.leg
    if act in BESIDE:
        return BESIDE[act](leg, staff, on)
    if act is Act.DELEGATE:
        return leg.unit.kind == UnitKind.TOWN
    if act is Act.REMIND:
        return leg.unit_id != staff.unit_id
    if act is Act.ASSESS:
        return any(h.movement == Movement.DELEGATE and h.replied_on for h in leg.hand_offs.all())
    if act is Act.ISSUE:
        return staff.pk not in (leg.submitted_by_id, leg.handler_id)
    if act in DELIVERY:
        return DELIVERY[act](leg, case)
    if act in PERTINENT:
        return PERTINENT[act](leg, staff)
    if act in JURISDICTION:
        return JURISDICTION[act](leg, case, on)
    return closable(leg, case, on)
