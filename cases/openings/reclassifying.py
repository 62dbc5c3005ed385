"""When kind and path of a demand are corrected after its dispatch (Art. 29-31)."""

from cases.models import Leg, Reclassification
from cases.places.second_person import same_person
from cases.places.spot import Spot
from law.errors import Refused
from law.vocabulary import Kind

ARTICLE = "第三十一条"


def reclassification_askable(spot: Spot) -> Refused | None:
    """One correction at a time, and of no accusation, which has a way of its own (Art. 30). Codes: reclassification_asked, kind_unfit."""
    if open_reclassification(spot.leg):
        return Refused("reclassification_asked", "更正申请已经提交，正在等另一人审批。", ARTICLE)
    if all(demand.kind == Kind.ACCUSATION for demand in spot.leg.demands.all()):
        return Refused("kind_unfit", "检举控告的类别不能在办理中更正，应当继续按照检举控告办理。", "第三十条")
    return None


def reclassification_decidable(spot: Spot) -> Refused | None:
    """Another than who decides has asked for it. Codes: nothing_asked, own_request."""
    asked = open_reclassification(spot.leg)
    if asked is None:
        return Refused("nothing_asked", "没有等待审批的类别途径更正。", ARTICLE)
    if same_person(spot, asked.asked_by_id):
        return Refused("own_request", "类别、途径的更正要由申请人以外的人审批。", ARTICLE)
    return None


def open_reclassification(leg: Leg) -> Reclassification | None:
    """Return the correction that waits for the second person."""
    return next((each for each in leg.reclassifications.all() if each.decided_on is None), None)
