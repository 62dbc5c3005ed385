"""拟办待批: what a person may let pass at the desk, and beside it what was turned away and waits for him as the second one."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper

from cases.lists.exits_waiting import to_approve
from cases.lists.proposals_waiting import own_proposals, undecided
from cases.models import Case, Leg, Proposal
from cases.places.conditions import at_places
from cases.reading.case_file import readable_subject
from law.errors import Refused
from law.procedure import states_of
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff

MOST = 200


@dataclass(frozen=True)
class Approval:
    """One proposal of the queue; ``own``: made by who reads it, so that another decides."""

    case: Case
    proposal: Proposal
    subject: str
    own: bool


@dataclass(frozen=True)
class ExitWaiting:
    """One leg that was turned away and waits for its second person; it is approved on its case, or on the day's list."""

    case: Case
    leg: Leg
    subject: str


def approvals(staff: Staff) -> list[Approval]:
    """Return the proposals at the desks where a person approves, the oldest first."""
    desks = Case.objects.filter(at_places(staff, Act.APPROVE_PROPOSAL), state__in=states_of(Act.APPROVE_PROPOSAL))
    own = ExpressionWrapper(own_proposals(staff), output_field=BooleanField())
    rows = undecided().readable_by(staff).filter(case__in=desks).annotate(own=own)
    found: list[Any] = list(rows.select_related("unit", "by").order_by("proposed_on", "id")[:MOST])
    cases = _cases(staff, {row.case_id for row in found})
    there = [(cases[row.case_id], row) for row in found if row.case_id in cases]
    return [Approval(case, row, readable_subject(case), row.own) for case, row in there]


def exits_waiting(staff: Staff) -> list[ExitWaiting]:
    """Return the legs whose turning away waits for this person, the oldest first."""
    if not holdings(staff, Act.APPROVE_EXIT):
        return []
    legs = Leg.objects.readable_by(staff).filter(to_approve(staff)).select_related("unit", "exit__asked_by")
    found = list(legs.order_by("received_on", "id")[:MOST])
    cases = _cases(staff, {leg.case_id for leg in found})
    there = [(cases[leg.case_id], leg) for leg in found if leg.case_id in cases]
    return [ExitWaiting(case, leg, readable_subject(case)) for case, leg in there]


def chosen_approvals(staff: Staff, keys: list[int]) -> list[Approval]:
    """Return what was chosen of the queue. Raises Refused: not_found, nothing_chosen."""
    if not keys:
        raise Refused("nothing_chosen", "请至少选择一件。", "第二十二条")
    known = {each.proposal.pk: each for each in approvals(staff)}
    if unknown := [key for key in keys if key not in known]:
        raise Refused("not_found", f"选择的{len(unknown)}件不在等候批准的清单上，请刷新后再选。", "第二十二条")
    return [known[key] for key in dict.fromkeys(keys)]


def assert_approves(staff: Staff) -> Staff:
    """Let only those in who approve. Raises Refused not_permitted."""
    if not holdings(staff, Act.APPROVE_PROPOSAL):
        raise Refused("not_permitted", "您的角色不批准拟办意见。可在“权限一览”查看谁可以批准。")
    return staff


def _cases(staff: Staff, keys: set[int]) -> dict[int, Case]:
    return Case.objects.visible_to(staff).with_sealed_open(staff).filter(pk__in=keys).in_bulk()
