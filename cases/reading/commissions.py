"""Commissions as lines of a case: what a body above wants, interim reports, other days, the report taken; and what contradicts."""

from collections.abc import Iterable
from datetime import date

from cases.models import Case, Clock, FeedbackChange, InterimReport, Leg, SuperiorChange, SuperiorCommission
from cases.openings.commission import feedback_of
from cases.openings.paths import runs_sixty_days_on
from cases.reading.proceeding import Proceeding, ProceedingKind, said
from cases.sight.fetching import Kind
from law.commission import contradictions, latest_answer
from law.procedure import DISPATCHED
from law.vocabulary import Duty

# What the lines and the openings read.
OF_CASE = (
    Kind(Case, "superior_commissions", ("superior", "report")),
    Kind(Case, "superior_changes", ("asked_by", "confirmed_by")),
    Kind(Case, "interim_reports", ("unit", "by")),
)
OF_LEGS = (Kind(Leg, "feedback_changes", ("asked_by", "decided_by")),)


def above_day(clocks: Iterable[Clock]) -> date | None:
    """Return the day on which a body above wants its report, while it is owed."""
    return next((each.due_on for each in clocks if each.duty == Duty.SUPERIOR_REPORT and each.running), None)


def answer_day(leg: Leg) -> date | None:
    """Return the last lawful day of the answer of a leg: of its sixty days, or not accepted yet of those that may follow."""
    sixty = next((each for each in leg.clocks.all() if each.duty == Duty.HANDLE_60D and each.running), None)
    if sixty:
        return sixty.due_on
    return latest_answer(leg.received_on) if leg.state in DISPATCHED and runs_sixty_days_on(leg) else None


def feedback_warnings(legs: Iterable[Leg], clocks: Iterable[Clock]) -> list[str]:
    """Say where the days of a case contradict each other: for feedback, for the lawful answer, for the body above."""
    above, warned = above_day(clocks), list[str]()
    for leg in legs:
        clock = feedback_of(leg)
        found = contradictions(clock.due_on if clock else None, answer=answer_day(leg), above=above)
        warned += [f"{leg.unit.name}：{each}" for each in found]
    return warned


def commission_lines(case: Case, legs: Iterable[Leg]) -> list[Proceeding]:
    """Return what was commissioned from above and what was reported between, for who reads the file itself."""
    lines = [_above(case, row) for row in case.superior_commissions.all()]
    lines += [_changed(case, row) for row in case.superior_changes.all()]
    lines += [_interim(row) for row in case.interim_reports.all()]
    lines += [_taken(leg, leg.report_accepted_on) for leg in legs if leg.report_accepted_on]
    return lines


def feedback_line(leg: Leg, row: FeedbackChange) -> Proceeding:
    """Return the line of another day for feedback, asked for or made."""
    moved = f"由{row.old_due_on}调整到{row.new_due_on}"
    status = "待答复" if row.decided_on is None else moved if row.agreed else "不准调整"
    details = said(
        ("希望的日期", row.wanted),
        ("申请理由", row.reason),
        ("答复人", row.decided_by.name if row.decided_by else ""),
        ("答复", row.note),
    )
    asked = row.asked_by or row.decided_by
    on, by = row.asked_on or row.decided_on or leg.received_on, asked.name if asked else ""
    return Proceeding(ProceedingKind.FEEDBACK, leg.pk, leg.unit.name, on, by, status, row.decided_on, details)


def _above(case: Case, row: SuperiorCommission) -> Proceeding:
    owed = f"应于{row.report_by}以前上报" if row.report_by else "没有指定上报日期"
    done = f"{row.reported_on}已上报" if row.reported_on else f"{row.cancelled_on}撤销交办" if row.cancelled_on else ""
    details = said(
        ("交办文号", row.number),
        ("来文日期", row.dated_on),
        ("要求上报", row.get_owes_display()),
        ("上报办结报告", row.report.number if row.report else ""),
    )
    kind, on = ProceedingKind.ABOVE, row.dated_on or case.received_on
    ended = row.reported_on or row.cancelled_on
    return Proceeding(kind, None, case.unit.name, on, row.superior_name, done or owed, ended, details)


def _changed(case: Case, row: SuperiorChange) -> Proceeding:
    what = f"上报日期改为{row.new_report_by}" if row.new_report_by else "撤销交办"
    status = f"{what}，{f'{row.confirmed_on}核准' if row.confirmed_on else '待核准'}"
    details = said(
        ("上级文号", row.number),
        ("理由", row.reason),
        ("原上报日期", row.old_report_by),
        ("核准人", row.confirmed_by.name if row.confirmed_by else ""),
    )
    kind = ProceedingKind.ABOVE
    return Proceeding(kind, None, case.unit.name, row.asked_on, row.asked_by.name, status, row.confirmed_on, details)


def _interim(row: InterimReport) -> Proceeding:
    kind, status = ProceedingKind.INTERIM, f"向{row.told}报告"
    details = said(("阶段情况", row.text))
    return Proceeding(kind, row.leg_id, row.unit.name, row.reported_on, row.by.name, status, row.reported_on, details)


def _taken(leg: Leg, on: date) -> Proceeding:
    by = leg.from_unit.name if leg.from_unit else ""
    return Proceeding(ProceedingKind.REPORT, leg.pk, leg.unit.name, on, by, "已采用", on)
