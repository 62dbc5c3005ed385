"""The steps of funds and of assistance: who takes them, and why one cannot be taken now."""

from datetime import date

from cases.record.audiences import able
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceState, FundState
from supervision.relief import verbs

_OPEN = frozenset({FundState.OPEN})
_PROPOSED = frozenset({AssistanceState.PROPOSED})
_APPROVED = frozenset({AssistanceState.APPROVED})


def own_proposal(row: Assistance, staff: Staff, _on: date) -> Refused | None:
    """Who proposed decides nothing of it. Codes: same_person."""
    if row.proposed_by_id in staff.both:
        return Refused("same_person", "申请帮扶的人不能自己审批，请由另一位有权的人办理。")
    return None


def own_decision(row: Assistance, staff: Staff, _on: date) -> Refused | None:
    """Who approved pays nothing out. Codes: same_person."""
    if row.decided_by_id in staff.both:
        return Refused("same_person", "批准的人不能自己登记支付，请由另一位有权的人办理。")
    return None


def _deciders(row: Assistance) -> list[Staff]:
    return able(Right.APPROVE_RELIEF, row.unit)


def _proposer(row: Assistance) -> list[Staff]:
    return [row.proposed_by]


OPEN_FUND = Move(verb=verbs.FUND_OPENED, right=Right.APPROVE_RELIEF, to_state=FundState.OPEN)
CARRY_FUND = Move(verb=verbs.FUND_CARRIED, right=Right.APPROVE_RELIEF, to_state=FundState.OPEN)
CHANGE_FUND = Move(verb=verbs.FUND_CHANGED, right=Right.APPROVE_RELIEF, from_states=_OPEN)
CLOSE_FUND = Move(verb=verbs.FUND_CLOSED, right=Right.APPROVE_RELIEF, from_states=_OPEN, to_state=FundState.CLOSED)
PROPOSE = Move(verb=verbs.PROPOSED, right=Right.PROPOSE_RELIEF, to_state=AssistanceState.PROPOSED, told=_deciders)
APPROVE = Move(
    verb=verbs.APPROVED,
    right=Right.APPROVE_RELIEF,
    from_states=_PROPOSED,
    to_state=AssistanceState.APPROVED,
    opening=own_proposal,
    told=_proposer,
)
REFUSE = Move(
    verb=verbs.REFUSED,
    right=Right.APPROVE_RELIEF,
    from_states=_PROPOSED,
    to_state=AssistanceState.REFUSED,
    opening=own_proposal,
    told=_proposer,
)
WITHDRAW = Move(
    verb=verbs.WITHDRAWN,
    right=Right.PROPOSE_RELIEF,
    from_states=_PROPOSED | _APPROVED,
    to_state=AssistanceState.WITHDRAWN,
)
PAY = Move(
    verb=verbs.PAID,
    right=Right.PROPOSE_RELIEF,
    from_states=_APPROVED,
    to_state=AssistanceState.PAID,
    opening=own_decision,
    told=_proposer,
)


def fund_of(row: Assistance) -> ReliefFund | None:
    """Return the fund of assistance, locked until the step is done: two may not spend the same money."""
    if row.fund_id is None:
        return None
    found: ReliefFund = ReliefFund.objects.select_for_update().get(pk=row.fund_id)
    return found
