"""Proposals at the desk for the tables and walks: what is proposed, and one that waits."""

from datetime import date
from typing import TYPE_CHECKING, Any

from cases.models import Case, Proposal
from law.vocabulary import Act
from organizations.models import Staff, Unit

if TYPE_CHECKING:
    from tests.cases.table import Scene

DECIDING = (Act.APPROVE_PROPOSAL, Act.RETURN_PROPOSAL, Act.WITHDRAW_PROPOSAL, Act.RECORD_PAPER)
REFERRAL: dict[str, Any] = {"handling": Act.REFER, "text": "拟转责任单位办理", "reason": "属其职权"}


def waiting_numbers(case: Case) -> list[int]:
    """The demands that no unit has."""
    return list(case.demands.filter(leg=None).values_list("number", flat=True)) or [1]


def last_proposal() -> int:
    """The key of the latest proposal of any case; 0 where there is none."""
    return Proposal.objects.values_list("pk", flat=True).last() or 0


def a_proposal(case: Case, unit: Unit, by: Staff, on: date) -> Proposal:
    """A proposal that waits, to refer all that waits."""
    said = {name: value for name, value in REFERRAL.items() if name != "handling"}
    asked = {"act": Act.REFER, "unit": unit, "demands": waiting_numbers(case), **said}
    return case.proposals.create(by=by, proposed_on=on, **asked)


def proposing(act: Act, scene: "Scene") -> dict[str, Any]:
    """What a person fills in to propose, and to decide on what was proposed last."""
    case, unit = scene.walk.case, scene.walk.cast.housing
    if act is Act.PROPOSE_HANDLING:
        return {**REFERRAL, "demands": waiting_numbers(case), "unit": unit}
    if act not in DECIDING:
        return {}
    key = {"proposal": case.proposals.values_list("pk", flat=True).last() or 0}
    said: dict[str, Any] = {"agree": False, "leader": "卫区长", "instruction": "同意", "instructed_on": scene.walk.on}
    more = {Act.RETURN_PROPOSAL: {"reason": "应由农业农村局办理"}, Act.RECORD_PAPER: said}
    return {**key, **more.get(act, {})}


def prepare_proposal(act: Act, scene: "Scene") -> None:
    """Let the handler have proposed what is decided now."""
    if act in DECIDING:
        a_proposal(scene.walk.case, scene.walk.cast.housing, scene.handler, scene.walk.on)
