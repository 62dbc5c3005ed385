"""The report to the commissioning office, and closing once nothing is owed and no window open (Art. 22, 35, 36)."""

from datetime import date

from cases.actions.frame import performing
from cases.actions.proof_of_answer import proof_of_answer
from cases.clocks import waive_clocks
from cases.letters.making import make_document
from cases.models import Case
from cases.openings.delivery import unwritten_notices
from law.vocabulary import Act, Letter
from organizations.models import Staff


def report_conclusion(
    case_id: int, *, leg_id: int, by: Staff, text: str, view: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Send the closing report to the office that commissioned the leg (Art. 22, item three).

    ``view``: what the petitioner says of it, where he said anything; how he was served is told from the records.
    Raises Refused: not_found, not_permitted, wrong_state, no_report_required, reported_already.
    """
    with performing(Act.REPORT_CONCLUSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        leg = deed.the_leg
        report = make_document(
            Letter.CONCLUSION_REPORT,
            deed.case,
            leg=leg,
            unit=leg.unit,
            by=by,
            on=deed.on,
            text=text,
            demands=leg.demands.all(),
            **proof_of_answer(leg, view),
        )
        deed.facts = {"document": report.number}
    return deed.case


def close(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Close a leg once the petitioner's window has lapsed and a commissioned unit has reported (Art. 35, 22).

    One that left the procedure has no window: its notice was sent, its receipt recorded (Art. 23).
    Raises Refused: not_found, not_permitted, wrong_state, notice_missing, receipt_missing, window_open,
    report_missing, notice_unserved, duties_unchecked.
    """
    with performing(Act.CLOSE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        # Whom one cannot write to need not be written to (Art. 23, para 2).
        waive_clocks(unwritten_notices(leg, deed.case), "信访人的姓名（名称）、住址不清（第二十三条第二款）", deed.on)
        leg.closed_on = deed.on
    return deed.case
