"""Whether an act on whose matter it is, or on a way out of the procedure, has anything to do; asked without a query."""

from collections.abc import Callable
from datetime import date

from cases.actions.exit_closing import exit_received, exit_told
from cases.actions.exit_rules import owes_answer, reachable
from cases.models import Case, Leg
from cases.places.wall import accused_units
from law.procedure import EXITED
from law.vocabulary import Act, Duty, Kind
from organizations.vocabulary import UnitKind


def _objectionable(leg: Leg, case: Case, on: date) -> bool:
    """Within the five working days of this leg, and not objected to yet."""
    clock = next((c for c in leg.clocks.all() if c.duty == Duty.OBJECTION_5WD and c.running), None)
    return clock is not None and (clock.due_on is None or on <= clock.due_on)


def _for_sender(leg: Leg, case: Case, on: date) -> bool:
    return not any(each.second for each in leg.objections.all() if each.decided_on is None)


def _for_superior(leg: Leg, case: Case, on: date) -> bool:
    return any(each.second for each in leg.objections.all() if each.decided_on is None)


def _accused(leg: Leg, case: Case, on: date) -> bool:
    return bool(accused_units(case) & set(leg.unit.line))


def _escalating(leg: Leg, case: Case, on: date) -> bool:
    return any(each.decided_on is None for each in leg.escalations.all())


def _all_appeals(leg: Leg, case: Case, on: date) -> bool:
    return all(demand.kind == Kind.APPEAL for demand in leg.demands.all())


def _archivable(leg: Leg, case: Case, on: date) -> bool:
    """No duty runs, nobody can think better of it any more, and who left the procedure was told."""
    running = [clock for clock in leg.clocks.all() if clock.running]
    owed = any(c.duty != Duty.REVOKE_15D or c.due_on is None or c.due_on >= on for c in running)
    told = leg.state not in EXITED or (exit_received(leg) and (exit_told(leg) or not reachable(case)))
    return told and not owed


def _fileable(case: Case) -> bool:
    """Nobody to answer; or at the petition office something that wants no opinion."""
    if not reachable(case):
        return True
    free = [demand for demand in case.demands.all() if demand.leg_id is None]
    return case.unit.kind == UnitKind.PETITION_OFFICE and any(not owes_answer(demand) for demand in free)


def _appeals_waiting(case: Case) -> bool:
    return any(demand.kind == Kind.APPEAL for demand in case.demands.all() if demand.leg_id is None)


JURISDICTION: dict[Act, Callable[[Leg, Case, date], bool]] = {
    Act.ESCALATE: lambda leg, case, on: not _escalating(leg, case, on),
    Act.AGREE_ESCALATION: _escalating,
    Act.REFUSE_ESCALATION: _escalating,
    Act.NOT_ACCEPT: lambda leg, case, on: leg.accepted_on is None,
    Act.OBJECT: _objectionable,
    Act.AGREE_OBJECTION: _for_sender,
    Act.REFUSE_OBJECTION: _for_sender,
    Act.ARBITRATE: _for_superior,
    Act.TAKE_BACK: _accused,
    Act.DIVERT: _all_appeals,
    Act.ARCHIVE: _archivable,
    Act.RECORD_TRANSFER_RECEIPT: lambda leg, case, on: not exit_received(leg),
}
TO_CASE: dict[Act, Callable[[Case], bool]] = {
    Act.FILE_ONLY: _fileable,
    Act.NO_LONGER_ACCEPT: _appeals_waiting,
    Act.GUIDE: _appeals_waiting,
    Act.REPORT_OFFICIALS: lambda case: case.sealed and case.unit.kind == UnitKind.PETITION_OFFICE,
    Act.RECORD_OFFICIALS_RECEIPT: lambda case: (
        case.sealed and any(r.receipt_on is None for r in case.officials_reports.all())
    ),
    Act.REPORT_URGENT: lambda case: case.urgent,
    Act.ASK_DECISION: lambda case: case.urgent,
    Act.RECORD_URGENT_RECEIPT: lambda case: any(r.receipt_on is None for r in case.urgent_reports.all()),
}
