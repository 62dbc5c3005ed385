"""The steps of a report and of a town's approval: who takes them, and why one cannot be taken now."""

from datetime import date

from law.errors import Refused
from organizations.closed_units import unit_closed
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from screening.models import GridApproval, Report
from screening.models.words import ApprovalState
from screening.reports import verbs
from screening.reports.locks import lock_of

FILED = "filed"


def reportable(report: Report, _staff: Staff, on: date) -> Refused | None:
    """Codes: unit_closed, round_not_yours, round_not_begun, round_locked."""
    unit, round_ = report.unit, report.round
    if (gone := unit_closed(unit, on)) and not round_.expects(unit):
        return gone
    if unit.kind not in round_.kinds or unit.district_id != round_.district_id:
        return Refused("round_not_yours", f"“{unit.name}”不用报“{round_.label}”这一期。")
    if on < round_.first_day:
        return Refused("round_not_begun", f"“{round_.label}”从{round_.first_day}开始，还没有到。")
    if lock_of(round_, unit.parent_id):
        return Refused(
            "round_locked",
            f"“{round_.label}”已经由镇审核锁定，不能再报、再改。请联系镇工作调度员重新开启；新的情况可以报在现在这一期。",
        )
    return None


def approvable(approval: GridApproval, _staff: Staff, on: date) -> Refused | None:
    """A grid is approved once the round is due, or everybody has reported. Codes: round_running."""
    missing = approval.expected - approval.on_time - approval.late
    if missing and on <= approval.round.due_on:
        return Refused(
            "round_running", f"还有{missing}个村（社区）没有报，{approval.round.due_on}才到期；报齐了或者过了期再审核。"
        )
    return None


REPORT = Move(verb=verbs.REPORTED, right=Right.REPORT_SCREENING, to_state=FILED, opening=reportable)
CORRECT = Move(verb=verbs.CORRECTED, right=Right.REPORT_SCREENING, to_state=FILED, opening=reportable)
APPROVE = Move(verb=verbs.APPROVED, right=Right.CHECK_SCREENING, to_state=ApprovalState.APPROVED, opening=approvable)
APPROVE_AGAIN = Move(
    verb=verbs.APPROVED,
    right=Right.CHECK_SCREENING,
    from_states=frozenset({ApprovalState.REOPENED.value}),
    to_state=ApprovalState.APPROVED,
)
REOPEN = Move(
    verb=verbs.REOPENED,
    right=Right.CHECK_SCREENING,
    from_states=frozenset({ApprovalState.APPROVED.value}),
    to_state=ApprovalState.REOPENED,
)
