"""When a case may join the matter of another, or leave it: never by whom it measures, and there is another to leave (Art. 22)."""

from cases.places.matters import shares_its_matter, units_of
from cases.places.spot import Spot
from law.errors import Refused

ARTICLE = "第二十二条"


def unmeasured(spot: Spot) -> Refused | None:
    """A unit does not say of its own cases that they repeat each other (Art. 22). Code: own_case."""
    its = {spot.case.unit_id, *(leg.unit_id for leg in spot.legs)}
    return own_case(spot.case.number) if units_of(spot.by) & its else None


def leavable(spot: Spot) -> Refused | None:
    """There is another case of the matter, within reach (Art. 22). Codes: own_case, nothing_joined."""
    if refusal := unmeasured(spot):
        return refusal
    if shares_its_matter(spot.case, spot.by):
        return None
    return Refused("nothing_joined", "本件没有与您能查看的其他件归为同一事项，没有可以退出的。", ARTICLE)


def own_case(number: str) -> Refused:
    """Return the refusal of who would count his own work anew."""
    words = (
        f"“{number}”由您任职的单位登记或者办理，初次、重复影响它的统计，不能由您归并或者退出；"
        "请由信访部门里没有在办理单位任职的人办理。"
    )
    return Refused("own_case", words, ARTICLE)
