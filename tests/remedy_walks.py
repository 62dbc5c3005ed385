"""The way from an opinion through re-examination and review, act by act; its people are hired where they are needed."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from law.remedies import RemedyDecision
from law.vocabulary import Act, ServiceMethod
from organizations.actions import add_unit
from organizations.models import Staff, Unit
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind
from tests.cast import Cast

if TYPE_CHECKING:
    from tests.walks import Walk

DRAFT = {"facts": "复查查明：路面破损五处。", "opinion": "原意见认定事实清楚。", "legal_basis": "《公路法》第三十五条"}
CITY = "云州市人民政府"


def hired(cast: Cast, name: str, unit: Unit, role: Role) -> Staff:
    """The person of this name at a unit, taken on at the first call."""
    known = Staff.objects.filter(username=name).first()
    return known or cast.hire(name, unit, role)


def drafter(cast: Cast) -> Staff:
    """Who drafts at the district government."""
    return hired(cast, "复查员苗", cast.gov, Role.HANDLER)


def decider(cast: Cast) -> Staff:
    """Who heads the district government."""
    return hired(cast, "区长花", cast.gov, Role.HEAD)


def city(cast: Cast) -> Unit:
    """The government outside, above the district: nobody of it has an account here."""
    return Unit.objects.filter(name=CITY).first() or add_unit(CITY, UnitKind.EXTERNAL, Level.CITY)


def receipt(walk: "Walk") -> None:
    received = walk.on + timedelta(days=1)
    walk.on_leg(Act.RECORD_RECEIPT, walk.handler, later=2, received_on=received, receiver="老王")


def request_reexamination(walk: "Walk", **more: Any) -> None:
    if walk.leg and not walk.leg.clocks.filter(duty="REEXAM_REQ_30D").exists():
        receipt(walk)
    city(walk.cast)
    walk.on_leg(Act.REQUEST_REEXAMINATION, walk.cast.clerk, later=3, **{"request": "意见书没有写清怎么修。", **more})


def draft(walk: "Walk", **more: Any) -> None:
    given = {"decision": RemedyDecision.UPHOLD, **DRAFT, **more}
    walk.on_leg(Act.DRAFT_REMEDY, drafter(walk.cast), later=3, **given)


def decide_reexamination(walk: "Walk") -> None:
    draft(walk)
    walk.on_leg(Act.DECIDE_REEXAMINATION, decider(walk.cast), later=1)
    walk.on_leg(Act.SERVE, decider(walk.cast), later=1, method=ServiceMethod.POST)


def request_review(walk: "Walk", **more: Any) -> None:
    received = {"received_on": walk.on + timedelta(days=1), "receiver": "老王"}
    walk.on_leg(Act.RECORD_RECEIPT, decider(walk.cast), later=2, **received)
    walk.on_leg(Act.REQUEST_REVIEW, walk.cast.clerk, later=3, **{"request": "还是没有写清怎么修。", **more})


def decide_review(walk: "Walk") -> None:
    """The city decides; the desk writes down what it decided, one person enters it and another confirms."""
    walk.on_leg(Act.DRAFT_REMEDY, walk.cast.router, later=9, decision=RemedyDecision.UPHOLD, **DRAFT)
    walk.on_leg(Act.DECIDE_REVIEW, walk.cast.bureau_head, later=1, number="云政信核〔2026〕17号")
    walk.on_leg(Act.SERVE, walk.cast.bureau_head, later=1, method=ServiceMethod.POST)


def remand(walk: "Walk", days: int = 30) -> None:
    draft(walk, decision=RemedyDecision.REMAND, remand_days=days)
    walk.on_leg(Act.REMAND, decider(walk.cast), later=1)
