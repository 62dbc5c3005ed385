"""What the ways out of the procedure are tried with: grounds, a court, a fresh case and the leg of the desk itself."""

from typing import Any

from cases.actions.inputs import DemandInput
from cases.models.agreement import SettlementMethod
from law.filing import FilingGround
from law.vocabulary import Act, Kind, Path
from tests.cases.uploads import a_scan
from tests.cast import Cast, register
from tests.walks import Walk

NA = {"ground": "NA_LITIGATION", "reason": "您已向法院起诉。", "where": "云河区人民法院"}
COURT = {"path": Path.JUDICIAL, "reason": "对行政处罚不服。", "body": "云河区人民法院"}
# A review that was made outside of this system, proven by the opinion itself.
NLA = {
    "demands": [1, 2],
    "ground": "NLA_AFTER_REVIEW",
    "reason": "请求、事实、理由都与原件相同。",
    "earlier": "云市信核〔2025〕7号",
    "elsewhere": "市政府2025年作出，已在市复核办核对",
    "papers": [a_scan()],
}

AGREED: dict[str, Any] = {
    "way": SettlementMethod.RECONCILIATION,
    "parties": "老王、柳湾村村委会",
    "content": "村委会修路",
    "performance": "五月底前",
}
THANKS = {"demands": [1], "ground": FilingGround.THANKS}


def fresh(cast: Cast, *demands: DemandInput, **more: Any) -> Walk:
    """A case just registered, with these demands."""
    asked = {"demands": list(demands)} if demands else {}
    return Walk(cast, register(cast, **asked, **more))


def own_leg(walk: Walk) -> Walk:
    """Go on with the leg that came last."""
    walk.leg = walk.case.legs.latest("id")
    return walk


def approve(walk: Walk, *, later: int = 0) -> Walk:
    """Let the coordinator, who decided nothing here, approve what the last leg was decided as."""
    if walk.leg is None:
        own_leg(walk)
    walk.on_leg(Act.APPROVE_EXIT, walk.cast.coordinator, later=later)
    return walk


def thanking(cast: Cast, **more: Any) -> Walk:
    """A named letter that only says thanks."""
    return fresh(cast, DemandInput("感谢修好了路", Kind.NONE), **more)
