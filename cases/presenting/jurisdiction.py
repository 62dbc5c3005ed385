"""Objections, reports upward and what a leg beside the procedure waits for, in words for the case page and its dialogs."""

from typing import Any

from cases.actions.urgent import owed_bodies
from cases.models import Leg, LevelDecision, Objection, OfficialsReport, UrgentReport
from cases.openings.jurisdiction import arbiter_name
from cases.reading.case_file import CaseFile
from kit.days import day_words
from law.matters import ReportKind, ReportTo, Ruling
from law.officials import OfficialsTo
from law.vocabulary import State

# What a leg waits for that is disputed, or has left the procedure.
AWAITED = {
    State.OBJECTION_PENDING: "提出异议，等候决定",
    State.EXIT_PENDING: "等另一人核准",
    State.NOT_ACCEPTED: "告知书送达后结案",
    State.NO_LONGER_ACCEPTED: "告知书送达后结案",
    State.DIVERTED: "告知书送达后结案",
    State.TRANSFERRED_OUT: "收到回执后结案",
}


def numbers_of(leg: Leg) -> list[int]:
    """Return the numbers of the demands a leg answers; of one that gave them back, those it held."""
    now = [demand.number for demand in leg.demands.all()]
    held = {number for objection in leg.objections.all() for number in objection.demands}
    return now or sorted(held.union(*(redirect.demands for redirect in leg.redirects.all())))


def objection_lines(leg: Leg) -> list[dict[str, Any]]:
    """Return each objection of a leg with what was decided, as lines of the leg's card."""
    return [line for each in leg.objections.all() for line in (_filed(each), _ruled(each)) if line["value"]]


def objection_said(file: CaseFile, leg: Leg) -> list[dict[str, str]]:
    """Return the words of the objection that waits for an answer, for whoever has to give it."""
    found = next((each for each in leg.objections.all() if each.decided_on is None), None)
    if found is None:
        return []
    said = [{"title": f"{leg.unit.name}的异议（{day_words(found.filed_on)}）", "text": found.reason}]
    said.append({"title": "建议办理单位", "text": found.proposed.name if found.proposed else "不明"})
    if found.above_the_sender:
        why = "同一诉求再次提出异议" if found.second else "争议提请指定办理单位"
        said.append({"title": why, "text": f"由{arbiter_name(file.case, found)}决定（第二十四条）。"})
    return said


def urgent_rows(file: CaseFile) -> list[dict[str, Any]]:
    """Return what was reported upward or put to the own level, oldest first, for cases/_urgent.html."""
    rows = [report_row(each) for each in file.urgent_reports] + [decision_row(each) for each in file.level_decisions]
    return sorted(rows, key=lambda row: row["on"])


def urgent_missing(file: CaseFile) -> str:
    """Say to whom an urgent case has not been reported yet; "" where nobody is left."""
    if not file.case.urgent or not (file.sealed_open and file.whole):
        return ""
    return "、".join(body.label for body in owed_bodies(file.case))


def officials_rows(file: CaseFile) -> list[dict[str, Any]]:
    """Return to whom the problems of officials were made known (Art. 30, para 2), for cases/_officials.html."""
    return [_officials(each) for each in file.officials_reports]


def _officials(row: OfficialsReport) -> dict[str, Any]:
    receipt = f"{day_words(row.receipt_on)}收到回执 {row.receipt_note}" if row.receipt_on else "尚未收到回执"
    said = [row.body, "、".join(OfficialsTo(each).label for each in row.told), row.left_out]
    return {
        "on": row.reported_on,
        "title": f"重大情况：{row.officials}" if row.major else row.officials,
        "text": row.content,
        "to": "；".join(filter(None, said)),
        "receipt": receipt,
        "number": row.document.number,
    }


def report_row(report: UrgentReport) -> dict[str, Any]:
    """Return one report upward for cases/_urgent.html."""
    at = f"{report.reported_at:%H:%M}" if report.reported_at else ""
    receipt = f"{day_words(report.receipt_on)}收到回执 {report.receipt_note}" if report.receipt_on else "尚未收到回执"
    return {
        "on": report.reported_on,
        "title": f"{ReportKind(report.kind).label} {at}".strip(),
        "text": report.content,
        "to": "、".join(ReportTo(body).label for body in report.bodies),
        "receipt": receipt,
    }


def decision_row(row: LevelDecision) -> dict[str, Any]:
    """Return one matter put to the own level for cases/_urgent.html."""
    decided = (
        f"{day_words(row.decided_on)}{row.decided_by}{row.number}：{row.decision}" if row.decided_on else "尚未决定"
    )
    return {
        "on": row.asked_on,
        "title": "报请本级决定",
        "text": row.proposal,
        "to": "本级党委和政府",
        "receipt": decided,
    }


def _filed(objection: Objection) -> dict[str, Any]:
    proposed = f"，建议由{objection.proposed.name}办理" if objection.proposed else ""
    again = "提请指定办理单位" if objection.disputed else "再次提出异议" if objection.second else "提出异议"
    value = f"{day_words(objection.filed_on)}{again}{proposed}"
    return {"label": "异议", "value": value, "note": f"{objection.filed_by.name}：{objection.reason}"}


def _ruled(objection: Objection) -> dict[str, Any]:
    if not objection.decided_on:
        return {"label": "异议的处理", "value": "尚未决定", "note": ""}
    named = f"：{objection.named.name}" if objection.named else ""
    note = "；".join(filter(None, [objection.words, objection.materials and f"交还材料：{objection.materials}"]))
    value = f"{day_words(objection.decided_on)}{Ruling(objection.ruling).label}{named}"
    return {"label": "异议的处理", "value": value, "note": note}
