"""Between a commissioned unit and who commissioned it: interim reports, another day, the report taken (Art. 22, item three)."""

from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.frame import performing
from cases.actions.reported import assert_written, reported_day
from cases.clocks import recount
from cases.models import Case, Clock, FeedbackChange, InterimReport
from cases.openings.commission import feedback_of, open_feedback_change, too_many_days
from cases.places.acting_units import sender_of
from law.commission import ARTICLE
from law.errors import Refused
from law.vocabulary import Act, Letter
from organizations.models import Staff


def accept_conclusion(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Take the closing report of a commissioned unit: it is not sent back any more, and can be reported upward.

    Raises Refused: not_found, not_permitted, wrong_state, no_report, report_taken_already.
    """
    with performing(Act.ACCEPT_CONCLUSION, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        leg = deed.the_leg
        report = [each for each in leg.documents.all() if each.kind == Letter.CONCLUSION_REPORT][-1]
        leg.report_accepted_on = deed.on
        deed.facts = {"document": report.number}
    return deed.case


def interim_report(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    text: str,
    reported_on: date | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Tell who commissioned a leg how far it is; no clock changes, and the closing report is owed as before.

    Raises Refused: not_found, not_permitted, wrong_state, no_report_required, reported_already, report_empty, date_unfit.
    """
    with performing(Act.INTERIM_REPORT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=text) as deed:
        told = sender_of(deed.case, deed.the_leg).name
        write_interim(deed, told, text, reported_on)
    return deed.case


def write_interim(deed: Deed, told: str, text: str, reported_on: date | None) -> None:
    """Keep an interim report of this deed, on its leg if it has one. Raises Refused: report_empty, date_unfit."""
    assert_written(text, "请写明阶段情况：已经做了什么，还要做什么，预计什么时候办结。", ARTICLE)
    day = reported_day(deed, reported_on, word="报告", article=ARTICLE)
    row = InterimReport(
        case=deed.case, leg=deed.leg, told=told, reported_on=day, text=text, unit=deed.place, by=deed.by
    )
    deed.together.insert(row)
    deed.facts = {"reported_on": day.isoformat()}


def ask_feedback_date(
    case_id: int, *, leg_id: int, by: Staff, wanted: date, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Ask who commissioned a leg for another day of feedback; the day stays until it is decided.

    Raises Refused: not_found, not_permitted, wrong_state, feedback_date_asked, no_feedback_owed, due_passed,
    nothing_changed, feedback_days.
    """
    with performing(Act.ASK_FEEDBACK_DATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        clock = _movable_to(deed, wanted)
        asked: dict[str, Any] = {"wanted": wanted, "reason": reason, "old_due_on": clock.due_on}
        deed.together.insert(FeedbackChange(leg=deed.the_leg, asked_on=deed.on, asked_by=by, **asked))
        deed.facts = {"wanted_on": wanted.isoformat()}
    return deed.case


def change_feedback_date(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    new_due_on: date,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Name another day of feedback, asked for or not; only this clock moves, never what the law gives the petitioner.

    Raises Refused: not_found, not_permitted, wrong_state, no_feedback_owed, due_passed, nothing_changed, feedback_days.
    """
    with performing(Act.CHANGE_FEEDBACK_DATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        clock = _movable_to(deed, new_due_on)
        old, clock.days = clock.due_on, (new_due_on - clock.starts_on).days
        new = recount(clock)
        row = open_feedback_change(deed.the_leg) or FeedbackChange(leg=deed.the_leg)
        _decide(deed, row, agreed=True, note=reason, old_due_on=old, new_due_on=new)
        deed.facts = {"former_due_on": str(old), "new_due_on": str(new)}
    return deed.case


def refuse_feedback_date(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Leave the day of feedback as it is, with a reason. Raises Refused: not_found, not_permitted, wrong_state, nothing_asked."""
    with performing(Act.REFUSE_FEEDBACK_DATE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        row = open_feedback_change(deed.the_leg)
        assert row, "the opening of the act has seen to it"
        _decide(deed, row, agreed=False, note=reason)
    return deed.case


def _decide(deed: Deed, row: FeedbackChange, **decision: Any) -> None:
    for name, value in {**decision, "decided_on": deed.on, "decided_by": deed.by}.items():
        setattr(row, name, value)
    row.save()


def _movable_to(deed: Deed, day: date) -> Clock:
    """Return the clock of the feedback, if it can be moved to a day. Raises Refused: nothing_changed, feedback_days."""
    clock = feedback_of(deed.the_leg)
    assert clock, "the opening of the act has seen to it"
    if day == clock.due_on:
        raise Refused("nothing_changed", f"反馈日期现在就是{day}，不需要调整。", ARTICLE)
    if day < deed.on:
        raise Refused("feedback_days", f"新的反馈日期{day}早于今天{deed.on}，请重新填写。", ARTICLE)
    if refusal := too_many_days((day - clock.starts_on).days, deed.case, deed.on):
        raise Refused("feedback_days", f"自交办的{clock.starts_on}起算，{refusal.message}", ARTICLE)
    return clock
