"""The line of a proposal at the desk: what was proposed, and what became of it."""

from cases.models import Case, Proposal, ProposalState
from cases.openings.approval import waiting_proposals
from cases.reading.proceeding import Proceeding, ProceedingKind, said
from organizations.authority import may
from organizations.models import Staff
from organizations.roles import Right

LAPSED = "未批准，诉求已经另行分流"


def reads_proposals(by: Staff, case: Case) -> bool:
    """Tell whether a person reads what the desk keeps for itself: who stands at it or over it, not the unit it was sent to."""
    return may(by, Right.SEE, at=case.unit) or may(by, Right.SEE_SEALED, at=case.unit)


def proposal_line(row: Proposal, case: Case) -> Proceeding:
    """Return the line of a proposal of the case."""
    details = said(
        ("编号", row.pk),
        ("拟办理", row.said),
        ("拟办意见", row.text),
        ("写入文书的理由", row.reason),
        ("纸上批示", f"{row.leader}，{row.instructed_on}" if row.leader else ""),
        ("登记人" if row.leader else "批示人", row.decided_by.name if row.decided_by else ""),
        ("批示", row.note),
    )
    waits = row.state is ProposalState.WAITING and row not in waiting_proposals(case)
    status = LAPSED if waits else row.state.label
    unit, kind = case.unit.name, ProceedingKind.PROPOSAL
    return Proceeding(kind, None, unit, row.proposed_on, row.by.name, status, row.decided_on, details)
