"""The commissioning office sends a report on a commissioned matter back; no clock begins anew (Art. 22, decision note 0015)."""

from datetime import date

from cases.actions.frame import performing
from cases.actions.set_aside import set_answers_aside
from cases.models import Case
from law.vocabulary import Act, Duty, Letter
from organizations.models import Staff


def reject_conclusion(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Send the closing report back with a reason: the leg is handled again, its clocks run on from their old starts.

    The petitioner's window is left alone: it ends only when a new opinion has been served.
    Raises Refused: not_found, not_permitted, wrong_state, no_report.
    """
    with performing(Act.REJECT_CONCLUSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        leg = deed.the_leg
        report = [each for each in leg.documents.all() if each.kind == Letter.CONCLUSION_REPORT][-1]
        set_answers_aside(deed)
        leg.reports_rejected += 1
        ended = leg.clocks.filter(
            duty__in=(Duty.HANDLE_60D, Duty.PATH5_2M, Duty.COMMISSION_FEEDBACK), met_on__isnull=False
        )
        ended.update(met_on=None)
        deed.facts = {"document": report.number}
    return deed.case
