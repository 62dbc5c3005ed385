"""When material can be asked for, a matter settled, a petition withdrawn or taken up again (Art. 17, 23, 33)."""

from cases.models import Leg, MaterialRequest, Withdrawal
from cases.places.spot import Spot
from law.errors import Refused
from law.vocabulary import Duty, Kind, State
from organizations.authority import stands_at
from organizations.models import Staff

MATERIAL = "第二十三条"
WITHDRAWING = "第十七条"
SETTLING = "第三十三条"


def material_askable(spot: Spot) -> Refused | None:
    """What was asked for before has come (Art. 23). Codes: material_asked."""
    before = open_material(spot.leg)
    if before is None:
        return None
    words = f"{before.asked_on}已经告知补正，信访人还没有补齐；收到后请“登记补正”。"
    return Refused("material_asked", words, MATERIAL)


def material_waits(spot: Spot) -> Refused | None:
    """Material was asked for and has not come (Art. 23). Codes: nothing_asked."""
    if open_material(spot.leg):
        return None
    return Refused("nothing_asked", "没有告知过补正，或者补正的材料已经登记。", MATERIAL)


def open_material(leg: Leg) -> MaterialRequest | None:
    """Return the request for material that was not met yet."""
    return next((each for each in leg.material_requests.all() if each.received_on is None), None)


def settleable(spot: Spot) -> Refused | None:
    """An accusation is not settled between the parties (Art. 33). Codes: accusation_goes_on."""
    return accusation_goes_on(spot.leg, "调解、和解", SETTLING)


def withdrawal_askable(spot: Spot) -> Refused | None:
    """No accusation, and not asked for already (Art. 17). Codes: accusation_goes_on, withdrawal_asked."""
    if refusal := accusation_goes_on(spot.leg, "撤回", WITHDRAWING):
        return refusal
    if open_withdrawal(spot.leg) is None:
        return None
    words = "撤回申请已经登记，正在等办理单位以外的人员向信访人核实。"
    return Refused("withdrawal_asked", words, WITHDRAWING)


def withdrawable(spot: Spot) -> Refused | None:
    """Asked for, of no accusation, and confirmed by somebody outside the unit (Art. 17).

    Codes: accusation_goes_on, nothing_asked, own_unit.
    """
    leg = spot.leg
    if refusal := accusation_goes_on(leg, "撤回", WITHDRAWING):
        return refusal
    asked = open_withdrawal(leg)
    if asked is None or asked.confirmed_on:
        return Refused("nothing_asked", "没有等待核实的撤回申请。请先“信访人撤回”。", WITHDRAWING)
    if _outside(spot.by, leg):
        return None
    words = f"撤回要由办理单位“{leg.unit.name}”以外的人员（信访部门分办员、调查处理协调员）向信访人本人核实。"
    return Refused("own_unit", words, WITHDRAWING)


def revocable(spot: Spot) -> Refused | None:
    """Asked for, and if confirmed, within the fifteen days (Art. 17). Codes: nothing_asked, revoked_too_late."""
    leg = spot.leg
    if open_withdrawal(leg) is None:
        return Refused("nothing_asked", "没有可以反悔的撤回申请。", WITHDRAWING)
    if leg.state != State.WITHDRAWN:
        return None
    window = next((each for each in leg.clocks.all() if each.duty == Duty.REVOKE_15D and each.running), None)
    if window and (window.due_on is None or window.due_on >= spot.on):
        return None
    last = f"，已于{window.due_on}届满" if window else ""
    words = f"撤回后15日内可以反悔{last}。信访人可以就同一事项重新提出，应当登记。"
    return Refused("revoked_too_late", words, WITHDRAWING)


def open_withdrawal(leg: Leg) -> Withdrawal | None:
    """Return the withdrawal that was asked for and not taken back."""
    return next((each for each in leg.withdrawals.all() if each.revoked_on is None), None)


def accusation_goes_on(leg: Leg, what: str, article: str) -> Refused | None:
    """Nothing ends an accusation by the will of the people (Art. 17, 33). Codes: accusation_goes_on."""
    numbers = [str(demand.number) for demand in leg.demands.all() if demand.kind == Kind.ACCUSATION]
    if not numbers:
        return None
    words = f"第{'、'.join(numbers)}项诉求是检举控告，不适用{what}，应当继续依法办理。"
    return Refused("accusation_goes_on", words, article)


def _outside(by: Staff, leg: Leg) -> bool:
    """Tell whether neither a person nor his hand stands at the unit of a leg or below it."""
    people = (by, by.hand) if by.hand else (by,)
    return not any(leg.unit.holds(unit) for each in people for unit in stands_at(each))
