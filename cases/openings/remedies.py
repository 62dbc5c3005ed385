"""Whether there is anything to do for the acts of remedies, reports and closing: read from prefetched rows, no query."""

from collections.abc import Callable
from datetime import date

from cases.actions.corrections import corrects
from cases.actions.exit_closing import exit_received, exit_told
from cases.actions.exit_rules import reachable
from cases.actions.settled import settled
from cases.models import Case, Document, Leg
from cases.openings.delivery import opinion_unserved, receipt_missing
from cases.places.deciders import current_remedy
from law.paths import runs_sixty_days
from law.procedure import EXITED
from law.remedies import COURSES, OPINION_IN, OPINIONS, WINDOWS_OF, RemedyDecision, RemedyKind
from law.vocabulary import Act, Duty, Kind, Letter, Path, State
from organizations.models import Staff


def standing_opinion(leg: Leg) -> Document | None:
    """Return the opinion that stands on a leg: the last letter on the merits."""
    found = [document for document in leg.documents.all() if document.kind in OPINIONS]
    return found[-1] if found else None


def closable(leg: Leg, case: Case, on: date) -> bool:
    """Tell whether nothing is owed and no window open: the petitioner has had his time (Art. 35, 36)."""
    running = [clock for clock in leg.clocks.all() if clock.running]
    owed = any(clock.duty == Duty.COMMISSION_FEEDBACK for clock in running)
    if leg.state in EXITED:
        return not owed and exit_received(leg) and (exit_told(leg) or not reachable(case))
    opinion = OPINION_IN.get(State(leg.state))
    window = WINDOWS_OF[opinion] if opinion else None
    lapsed = all(clock.due_on is None or clock.due_on < on for clock in running if clock.duty == window)
    arrived = settled(leg) or not (opinion_unserved(leg) or receipt_missing(leg))
    return not owed and arrived and lapsed


def report_waits(leg: Leg) -> bool:
    """Tell whether a commissioned unit still owes its report, or one anew after it was sent back."""
    return leg.report_required and _reports(leg) <= leg.reports_rejected


def _reports(leg: Leg) -> int:
    return sum(document.kind == Letter.CONCLUSION_REPORT for document in leg.documents.all())


def _requestable(kind: RemedyKind) -> Callable[[Leg, Staff], bool]:
    def answer(leg: Leg, _staff: Staff) -> bool:
        opinion = None if settled(leg) else standing_opinion(leg)
        bound = any(runs_sixty_days(Kind(d.kind), Path(d.path) if d.path else None) for d in leg.demands.all())
        against = COURSES[kind].against
        return bound and opinion is not None and opinion.kind == against and bool(opinion.services.all())

    return answer


def _decidable(*, remanding: bool) -> Callable[[Leg, Staff], bool]:
    def answer(leg: Leg, staff: Staff) -> bool:
        remedy = current_remedy(leg)
        if remedy is None or remedy.drafted_by_id in (None, staff.pk):
            return False
        return (remedy.decision == RemedyDecision.REMAND) is remanding

    return answer


def _finalized(leg: Leg) -> bool:
    found = getattr(leg, "finalization", None)
    return found is not None and found.approved_on is not None


def _proposed_by_another(leg: Leg, staff: Staff) -> bool:
    found = getattr(leg, "finalization", None)
    return found is not None and found.approved_on is None and found.proposed_by_id != staff.pk


PERTINENT: dict[Act, Callable[[Leg, Staff], bool]] = {
    Act.REQUEST_REEXAMINATION: _requestable(RemedyKind.REEXAMINATION),
    Act.REQUEST_REVIEW: _requestable(RemedyKind.REVIEW),
    Act.DECIDE_REEXAMINATION: _decidable(remanding=False),
    Act.DECIDE_REVIEW: _decidable(remanding=False),
    Act.REMAND: _decidable(remanding=True),
    Act.REJECT_CONCLUSION: lambda leg, _staff: _reports(leg) > leg.reports_rejected,
    Act.FINALIZE: _proposed_by_another,
    Act.PROPOSE_FINALIZATION: lambda leg, _staff: not _finalized(leg),
    Act.CORRECT_LETTER: lambda leg, staff: any(corrects(staff, d, leg.case) for d in leg.documents.all()),
    Act.REPORT_CONCLUSION: lambda leg, _staff: report_waits(leg),
}
