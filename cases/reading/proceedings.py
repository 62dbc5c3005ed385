"""What happens beside the work on a leg, as lines that the page and the API show alike."""

from collections.abc import Callable, Sequence
from typing import Any

from cases.models import (
    Award,
    Case,
    DutiesCheck,
    Execution,
    Extension,
    Hearing,
    Leg,
    MaterialRequest,
    Mediation,
    Publication,
    Reclassification,
    Recusal,
    Relief,
    RiskAssessment,
    Settlement,
    Withdrawal,
)
from cases.places.actors import said_by
from cases.reading.commissions import OF_LEGS, commission_lines, feedback_line
from cases.reading.dissuasions import dissuasion_line
from cases.reading.proceeding import Proceeding, ProceedingKind, said
from cases.reading.promises import promise_line
from cases.reading.proposals import proposal_line, reads_proposals
from cases.reading.ratings import rating_line, reads_rating
from cases.sight.fetching import Kind
from kit.masking import mask_name
from organizations.models import Staff

_RATINGS = "ratings"


def proceedings_of(case: Case, legs: Sequence[Leg], by: Staff) -> list[Proceeding]:
    """Return the proceedings of a case and its legs by their day, as a person may read them; the legs come with KINDS."""
    rows = ((leg, name, row) for leg in legs for name in _WORDS for row in getattr(leg, name).all())
    found = [_WORDS[name](leg, row) for leg, name, row in rows if name != _RATINGS or reads_rating(by, row, case.unit)]
    found += commission_lines(case, legs)
    found += [dissuasion_line(row) for row in case.dissuasions.all()]
    found += [promise_line(row) for row in case.promises.all()]
    found += [proposal_line(row, case) for row in case.proposals.all() if reads_proposals(by, case)]
    return sorted(found, key=lambda each: each.on)


def _extension(leg: Leg, row: Extension) -> Proceeding:
    granted = row.granted_days
    status = "待审批" if granted is None else f"批准延长{granted}日，至{row.new_due_on}" if granted else "不准延期"
    details = said(
        ("申请", f"{row.days}日"),
        ("理由", row.reason),
        ("原届满日", row.old_due_on),
        ("审批人", row.decided_by.name if row.decided_by else ""),
        ("审批意见", row.note),
    )
    kind = ProceedingKind.EXTENSION
    return Proceeding(kind, leg.pk, leg.unit.name, row.asked_on, said_by(row.asked_by), status, row.decided_on, details)


def _reclassification(leg: Leg, row: Reclassification) -> Proceeding:
    status = "待审批" if row.agreed is None else "已更正" if row.agreed else "不予更正"
    details = said(
        ("诉求", f"第{row.demand.number}项"),
        ("原来", f"{row.get_old_kind_display()} {row.get_old_path_display() or ''}"),
        ("更正为", f"{row.get_kind_display()} {row.get_path_display() or ''}"),
        ("理由", row.reason),
        ("审批人", row.decided_by.name if row.decided_by else ""),
        ("审批意见", row.note),
    )
    kind = ProceedingKind.RECLASSIFICATION
    return Proceeding(kind, leg.pk, leg.unit.name, row.asked_on, row.asked_by.name, status, row.decided_on, details)


def _hearing(leg: Leg, row: Hearing) -> Proceeding:
    status = f"{row.held_from}至{row.held_to}举行" if row.held_to else f"定于{row.planned_on}{row.at_time}举行"
    if row.clock_id:
        status += "，复核期限已扣除"
    details = said(
        ("事项", row.matter),
        ("地点", row.place),
        ("主持人", row.chair.name),
        ("参加人", row.participants),
        ("到会人员", row.attended),
        ("结论", row.conclusion),
    )
    kind = ProceedingKind.HEARING
    return Proceeding(kind, leg.pk, leg.unit.name, row.called_on, row.called_by.name, status, row.held_to, details)


def _publication(leg: Leg, row: Publication) -> Proceeding:
    ended = f"，{row.ended_on}撤下" if row.ended_on else ""
    details = said(("地点", row.place), ("公示内容", row.text), ("撤下理由", row.end_reason))
    kind, status = ProceedingKind.PUBLICATION, f"{row.shown_from}至{row.shown_to}公示{ended}"
    unit = row.remedy.unit.name
    return Proceeding(kind, leg.pk, unit, row.published_on, row.published_by.name, status, row.ended_on, details)


def _recusal(leg: Leg, row: Recusal) -> Proceeding:
    status = "待决定" if row.agreed is None else f"{row.person.name}{'已' if row.agreed else '不需'}回避"
    details = said(
        ("人员", row.person.name),
        ("提出方式", row.get_source_display()),
        ("理由", row.reason),
        ("决定人", row.decided_by.name if row.decided_by else ""),
        ("决定理由", row.note),
    )
    kind = ProceedingKind.RECUSAL
    return Proceeding(kind, leg.pk, leg.unit.name, row.asked_on, said_by(row.asked_by), status, row.decided_on, details)


def _material(leg: Leg, row: MaterialRequest) -> Proceeding:
    status = f"{row.received_on}收到" if row.received_on else "等候信访人补充，期限照常计算"
    details = said(("需要补充", row.missing), ("新情况", row.new_facts), ("收到", row.received))
    kind = ProceedingKind.MATERIAL
    return Proceeding(kind, leg.pk, leg.unit.name, row.asked_on, row.asked_by.name, status, row.received_on, details)


def _settlement(leg: Leg, row: Settlement) -> Proceeding:
    details = said(("当事人", row.parties), ("协议内容", row.content), ("履行方式和期限", row.performance))
    kind, status = ProceedingKind.SETTLEMENT, f"{row.get_method_display()}，达成协议"
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, status, row.on, details)


def _mediation(leg: Leg, row: Mediation) -> Proceeding:
    status = row.get_result_display() if row.answered_on else "等候结果，期限照常计算"
    details = said(
        ("调解组织", f"{row.name}（{row.get_body_display()}）"), ("委托事项", row.reason), ("调解情况", row.text)
    )
    kind = ProceedingKind.MEDIATION
    return Proceeding(kind, leg.pk, leg.unit.name, row.sent_on, row.sent_by.name, status, row.answered_on, details)


def _withdrawal(leg: Leg, row: Withdrawal) -> Proceeding:
    confirmed = f"{row.confirmed_on}已向本人核实" if row.confirmed_on else "待向本人核实"
    status = f"{row.revoked_on}反悔，继续办理" if row.revoked_on else confirmed
    details = said(
        ("理由", row.reason),
        ("核实人", row.confirmed_by.name if row.confirmed_by else ""),
        ("核实情况", row.how),
        ("反悔说明", row.revoke_reason),
    )
    kind, ended = ProceedingKind.WITHDRAWAL, row.revoked_on or row.confirmed_on
    return Proceeding(kind, leg.pk, leg.unit.name, row.asked_on, said_by(row.asked_by), status, ended, details)


def _risk(leg: Leg, row: RiskAssessment) -> Proceeding:
    first = leg.first_handler.name if leg.first_handler else ""
    details = said(("理由", row.reasons), ("预案", row.plan), ("首办责任人", first))
    kind, status = ProceedingKind.RISK, f"风险等级：{row.get_level_display()}"
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, status, row.on, details)


def _duties(leg: Leg, row: DutiesCheck) -> Proceeding:
    details = said(
        ("诉求合理的解决问题到位", row.solved),
        ("诉求无理的思想教育到位", row.explained),
        ("生活困难的帮扶救助到位", row.helped),
        ("行为违法的依法处理", row.lawful),
    )
    kind = ProceedingKind.DUTIES
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, "已逐项核对", row.on, details)


def _execution(leg: Leg, row: Execution) -> Proceeding:
    status = f"第{row.demand.number}项诉求{f'{row.done_on}执行完毕' if row.done_on else '正在执行'}"
    kind, details = ProceedingKind.EXECUTION, said(("执行情况", row.progress))
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, status, row.done_on, details)


def _relief(leg: Leg, row: Relief) -> Proceeding:
    details = said(("困难情况", row.reason), ("结果", row.result))
    kind, status = ProceedingKind.RELIEF, f"{row.get_kind_display()}：{row.body}"
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, status, None, details)


def _award(leg: Leg, row: Award) -> Proceeding:
    letter = row.letter.number if row.letter else ""
    details = said(("奖励对象", mask_name(row.recipient)), ("贡献", row.contribution), ("感谢信", letter))
    kind = ProceedingKind.AWARD
    status = f"第{row.demand.number}项建议：{row.awarded_on}由{row.body}给予{row.get_kind_display()}"
    return Proceeding(kind, leg.pk, leg.unit.name, row.on, row.by.name, status, row.awarded_on, details)


_WORDS: dict[str, Callable[[Leg, Any], Proceeding]] = {
    "extensions": _extension,
    "reclassifications": _reclassification,
    "feedback_changes": feedback_line,
    "hearings": _hearing,
    "publications": _publication,
    "recusals": _recusal,
    "material_requests": _material,
    "settlements": _settlement,
    "mediations": _mediation,
    "withdrawals": _withdrawal,
    "risk_assessments": _risk,
    "duties_checks": _duties,
    "executions": _execution,
    "reliefs": _relief,
    "awards": _award,
    _RATINGS: rating_line,
}
# What the lines and the openings read: the rows of a leg, each with the people it names.
KINDS = (
    Kind(Leg, "extensions", ("asked_by", "decided_by")),
    Kind(Leg, "reclassifications", ("asked_by", "decided_by", "demand")),
    *OF_LEGS,
    Kind(Leg, "hearings", ("chair", "called_by")),
    Kind(Leg, "publications", ("remedy__unit", "published_by")),
    Kind(Leg, "recusals", ("person", "asked_by", "decided_by")),
    Kind(Leg, "material_requests", ("asked_by",)),
    Kind(Leg, "settlements", ("by",)),
    Kind(Leg, "mediations", ("sent_by",)),
    Kind(Leg, "withdrawals", ("asked_by", "confirmed_by")),
    Kind(Leg, "risk_assessments", ("by",)),
    Kind(Leg, "duties_checks", ("by",)),
    Kind(Leg, "executions", ("by", "demand")),
    Kind(Leg, "reliefs", ("by",)),
    Kind(Leg, "awards", ("by", "demand", "letter")),
    Kind(Leg, _RATINGS, ("by", "unit", "document")),
)
