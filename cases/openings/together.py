"""When a unit may ask a village or a mediation body, and use what they found (Art. 15, 28, 33)."""

from cases.models import Leg, Mediation
from cases.openings.petitioner import SETTLING, accusation_goes_on
from cases.places.spot import Spot
from law.errors import Refused
from law.vocabulary import Movement
from organizations.vocabulary import UnitKind


def delegable(spot: Spot) -> Refused | None:
    """Only a town or street has villages to send (Art. 15, para 3). Codes: town_only."""
    unit = spot.leg.unit
    if unit.kind == UnitKind.TOWN:
        return None
    words = (
        f"只有乡镇、街道可以下派给所辖的村（社区），“{unit.name}”不是。需要其他单位帮助的，可以“征求意见”或者“协办”。"
    )
    return Refused("town_only", words, "第十五条第三款")


def assessable(spot: Spot) -> Refused | None:
    """A village has reported what it found (Art. 28). Codes: nothing_to_assess."""
    if any(each.movement == Movement.DELEGATE and each.replied_on for each in spot.leg.hand_offs.all()):
        return None
    words = "还没有村（社区）报告核查情况，无从研判。请先下派核查并等待报告。"
    return Refused("nothing_to_assess", words, "第二十八条")


def mediable(spot: Spot) -> Refused | None:
    """No accusation, and nobody mediates already (Art. 33). Codes: accusation_goes_on, mediation_asked."""
    if refusal := accusation_goes_on(spot.leg, "调解", SETTLING):
        return refusal
    waiting = open_mediation(spot.leg)
    if waiting is None:
        return None
    words = f"{waiting.sent_on}已经委托“{waiting.name}”调解，还没有结果；有了结果请先“登记调解结果”。"
    return Refused("mediation_asked", words, SETTLING)


def mediation_waits(spot: Spot) -> Refused | None:
    """A mediation was asked for and has no result yet (Art. 33). Codes: nothing_asked."""
    if open_mediation(spot.leg):
        return None
    return Refused("nothing_asked", "没有等待结果的委托调解。请先“委托调解”。", SETTLING)


def open_mediation(leg: Leg) -> Mediation | None:
    """Return the mediation that has no result yet."""
    return next((each for each in leg.mediations.all() if each.answered_on is None), None)
