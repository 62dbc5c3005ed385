"""What an answer in the petitioner's favour still brings: execution, and an award for a suggestion (Art. 29, 32)."""

from collections.abc import Iterable, Sequence

from cases.models import Demand, Execution
from cases.places.spot import Spot
from law.errors import Refused
from law.vocabulary import Kind, Outcome

EXECUTING = "第三十二条第二款"
AWARDING = "第二十九条第二款"
SUPPORTED = (Outcome.SUPPORT, Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)
_ADOPTED = (Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)


def trackable(spot: Spot) -> Refused | None:
    """A demand of the leg was supported and is not carried out yet (Art. 32, para 2). Codes: not_supported, executed_already."""
    recorded = [each for leg in spot.legs for each in leg.executions.all()]
    return nothing_to_track(list(spot.leg.demands.all()), recorded)


def nothing_to_track(demands: Sequence[Demand], recorded: Iterable[Execution]) -> Refused | None:
    """Of these demands none is left to carry out (Art. 32, para 2). Codes: not_supported, executed_already."""
    supported = [demand for demand in demands if demand.outcome in SUPPORTED]
    if not supported:
        words = f"第{_numbers(demands)}项诉求的结论不是支持或者采纳，没有需要执行的内容。"
        return Refused("not_supported", words, EXECUTING)
    done = {each.demand_id: each.done_on for each in recorded if each.done_on}
    if any(demand.pk not in done for demand in supported):
        return None
    last = max(done[demand.pk] for demand in supported)
    return Refused("executed_already", f"第{_numbers(supported)}项诉求已于{last}执行完毕。", EXECUTING)


def awardable(spot: Spot) -> Refused | None:
    """A suggestion of the leg was adopted, wholly or partly (Art. 29, para 2). Codes: not_adopted."""
    return nothing_to_award(list(spot.leg.demands.all()))


def nothing_to_award(demands: Sequence[Demand]) -> Refused | None:
    """Of these demands none is an adopted suggestion (Art. 29, para 2). Codes: not_adopted."""
    if any(adopted(demand) for demand in demands):
        return None
    words = f"第{_numbers(demands)}项不是已经采纳或者部分采纳的建议意见，不能登记奖励。"
    return Refused("not_adopted", words, AWARDING)


def adopted(demand: Demand) -> bool:
    """Tell whether a demand is a suggestion that was adopted, wholly or partly."""
    return demand.kind == Kind.SUGGESTION and demand.outcome in _ADOPTED


def _numbers(demands: Iterable[Demand]) -> str:
    return "、".join(str(demand.number) for demand in demands)
