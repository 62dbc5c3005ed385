"""Major and urgent matters: reported upward (Art. 25), or put to the own level for a decision (Art. 22)."""

from collections.abc import Sequence
from datetime import date, time

from cases.actions.frame import performing
from cases.actions.reported import assert_written, reported_day, take_receipt
from cases.models import Case, LevelDecision, UrgentReport
from cases.openings.reporting import URGENT, URGENT_WORD
from cases.places.wall import assert_body_clear, barred_bodies
from law.errors import Refused
from law.matters import ReportKind, ReportTo
from law.urgent import still_owed
from law.vocabulary import Act, Duty
from organizations.models import Staff
from organizations.vocabulary import UnitKind

DECISION = "第二十二条第一款第一项"


def report_urgent(
    case_id: int,
    *,
    by: Staff,
    kind: ReportKind,
    bodies: Sequence[ReportTo],
    content: str,
    reported_on: date | None = None,
    reported_at: time | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Report a major or urgent matter upward (Art. 25); the duty is met once everybody it is owed to was told.

    Raises Refused: not_found, not_permitted, wrong_state, not_urgent, bodies_missing, report_empty, accused_party,
    date_unfit.
    """
    with performing(Act.REPORT_URGENT, case_id, by=by, seen=seen, on=on, text=content) as deed:
        case = deed.case
        if not bodies:
            raise Refused("bodies_missing", f"请选择向谁报告：{'、'.join(each.label for each in ReportTo)}。", URGENT)
        assert_written(content, "请写明报告内容：时间、地点、人数、诉求、已采取的措施。", URGENT)
        day = reported_day(deed, reported_on, word=URGENT_WORD, article=URGENT)
        for body in bodies:
            assert_body_clear(case, body)
        UrgentReport.objects.create(
            case=case,
            kind=kind,
            bodies=[str(body) for body in bodies],
            reported_on=day,
            reported_at=reported_at,
            content=content,
            by=by,
            unit=deed.place,
        )
        deed.facts = {"kind": str(kind), "bodies": [str(body) for body in bodies], "reported_on": day.isoformat()}
        deed.met_on[Duty.URGENT_REPORT] = day
        if owed_bodies(case):
            deed.spares.add(Duty.URGENT_REPORT)
    return deed.case


def record_urgent_receipt(
    case_id: int,
    *,
    by: Staff,
    received_on: date,
    note: str = "",
    report: int | None = None,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record that a report was received above; ``report``: which one, else the oldest without a receipt.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_open, date_unfit.
    """
    with performing(Act.RECORD_URGENT_RECEIPT, case_id, by=by, seen=seen, on=on, text=note) as deed:
        take_receipt(deed, deed.case.urgent_reports.all(), report, received_on, note, word=URGENT_WORD, article=URGENT)
    return deed.case


def ask_decision(case_id: int, *, by: Staff, proposal: str, seen: int | None = None, on: date | None = None) -> Case:
    """Put a major or urgent matter to the party committee and government of the own level, with a proposal (Art. 22).

    Raises Refused: not_found, not_permitted, wrong_state, not_urgent, accused_party.
    """
    with performing(Act.ASK_DECISION, case_id, by=by, seen=seen, on=on, text=proposal) as deed:
        LevelDecision.objects.create(case=deed.case, asked_on=deed.on, asked_by=by, proposal=proposal)
    return deed.case


def record_decision(
    case_id: int,
    *,
    by: Staff,
    decision: str,
    decided_by: str,
    decided_on: date | None = None,
    number: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Record what the own level decided; the case can be dispatched accordingly.

    Raises Refused: not_found, not_permitted, wrong_state, date_unfit.
    """
    with performing(Act.RECORD_DECISION, case_id, by=by, seen=seen, on=on, text=decision) as deed:
        asked = deed.case.level_decisions.filter(decided_on=None).order_by("-id").first()
        day = decided_on or deed.on
        if not (asked.asked_on if asked else deed.case.registered_on) <= day <= deed.on:
            raise Refused("date_unfit", f"决定日期{day}应在报请之后、今天{deed.on}以前，请核对。", DECISION)
        if asked:
            asked.decided_on, asked.recorded_by, asked.decided_by = day, by, decided_by
            asked.number, asked.decision = number, decision
            asked.save()
        deed.facts = {"decided_on": day.isoformat()}
    return deed.case


def owed_bodies(case: Case) -> tuple[ReportTo, ...]:
    """Return to whom an urgent case has not been reported yet; never to a body that it accuses (Art. 30)."""
    told = {body for report in case.urgent_reports.all() for body in report.bodies}
    office = case.unit.kind == UnitKind.PETITION_OFFICE
    return still_owed(told | {str(body) for body in barred_bodies(case)}, petition_office=office)
