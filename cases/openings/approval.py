"""What is approved before it leaves the desk, by whom, and what was proposed for it (Art. 22; docs/decisions/0061)."""

from cases.models import Case, Proposal
from cases.openings.dispatching import dispatchable, waiting
from cases.places.second_person import same_person
from cases.places.spot import Spot
from kit.settings import Setting
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.settings_in_force import setting_on

ARTICLE = "第二十二条第一款"
NOBODY, URGENT, TRANSFERS, BOTH = "none", "urgent", "transfers", "both"
APPROVAL_ASKED = Setting(
    "APPROVAL_ASKED",
    BOTH,
    "哪些先呈批再分流",
    help="分办员呈报拟办意见，单位负责人、协调员批准后才转送、交办、转出；负责人、协调员自己分流的不用呈批。"
    "不予受理、不再受理、存查总要另一人核准，不在此列。条例没有规定。",
    choices=((NOBODY, "都不用"), (URGENT, "重大紧急的"), (TRANSFERS, "转出的"), (BOTH, "重大紧急的和转出的")),
)
PROPOSABLE = (Act.REFER, Act.COMMISSION, Act.TRANSFER_OUT)
# Kept on the case, which lives as long as one act or one page.
_KEPT = "_approval_asked"


def sendable(spot: Spot) -> Refused | None:
    """Demands wait, whom an accusation means is known, and what wants approval has it (Art. 22, 24, 30).

    One query for what is urgent or leaves the district, where somebody acts who does not approve himself. Codes: approval_wanted, and those of `dispatchable`.
    """
    return dispatchable(spot) or _unapproved(spot)


def proposable(spot: Spot) -> Refused | None:
    """Something waits at the desk that is not proposed already. Codes: proposed_already, and those of `dispatchable`."""
    if refusal := dispatchable(spot):
        return refusal
    asked = {number for each in waiting_proposals(spot.case) for number in each.demands}
    if any(demand.number not in asked for demand in waiting(spot.case)):
        return None
    return Refused("proposed_already", "各项等候分流的诉求都已经呈报，正在等候批准。", ARTICLE)


def decidable(spot: Spot) -> Refused | None:
    """A proposal waits for a decision. Code: nothing_proposed."""
    return None if waiting_proposals(spot.case) else _nothing_proposed()


def approvable(spot: Spot) -> Refused | None:
    """Another than who decides has proposed it. Codes: nothing_proposed, own_request."""
    found = waiting_proposals(spot.case)
    own = [refusal for each in found if (refusal := own_proposal(spot, each))]
    return _nothing_proposed() if not found else own[0] if len(own) == len(found) else None


def own_proposal(spot: Spot, asked: Proposal) -> Refused | None:
    """Return why a person does not let his own proposal pass, on the screen or by a paper that he records. Code: own_request."""
    if not same_person(spot, asked.by_id):
        return None
    return Refused("own_request", "拟办意见要由拟办人以外的另一人批准、登记批回。", ARTICLE)


def waiting_proposals(case: Case) -> list[Proposal]:
    """Return the proposals that nobody has decided and that still concern a demand at the desk."""
    free = {demand.number for demand in waiting(case)}
    return [each for each in case.proposals.all() if each.decided_on is None and free & set(each.demands)]


def _nothing_proposed() -> Refused:
    return Refused("nothing_proposed", "没有等候批准的拟办意见。", ARTICLE)


def _unapproved(spot: Spot) -> Refused | None:
    case = spot.case
    if may(spot.by, Act.APPROVE_PROPOSAL, at=case.unit) or not _asked(spot) or _approved(spot):
        return None
    what = "转出" if spot.act is Act.TRANSFER_OUT else "重大紧急的信访件"
    return Refused("approval_wanted", f"{what}须先呈批：请“{Act.PROPOSE_HANDLING.label}”，批准后自动办理。", ARTICLE)


def _approved(spot: Spot) -> bool:
    """A proposal that is approved is done at once: this is the moment in between."""
    return any(each.act == spot.act and each.approved and not each.performed_on for each in spot.case.proposals.all())


def _asked(spot: Spot) -> bool:
    """Tell whether the district wants it; one query, and none for what no setting could ask approval for."""
    why = {TRANSFERS} if spot.act is Act.TRANSFER_OUT else set()
    why |= {URGENT} if _urgent(spot.case) else set()
    if not why:
        return False
    found = vars(spot.case).get(_KEPT)
    if found is None:
        found = vars(spot.case)[_KEPT] = setting_on(APPROVAL_ASKED.key, spot.on, spot.case.district_id)
    return found == BOTH or found in why


def _urgent(case: Case) -> bool:
    """An urgent case that the own level has decided about needs nobody's approval any more (Art. 22)."""
    return case.urgent and not any(each.decided_on for each in case.level_decisions.all())
