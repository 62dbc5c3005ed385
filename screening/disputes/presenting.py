"""Disputes as pages show them; names of parties only to who works on the dispute."""

from datetime import date
from typing import Any

from django.urls import reverse

from kit.addresses import address_of
from kit.days import day_words
from law.matters import Tier
from organizations.authority import may
from organizations.models import Staff
from organizations.roles import Right
from screening.disputes.repeats import Earlier
from screening.disputes.severity import reasons_said
from screening.models import Dispute, DisputeCase, DisputeHandOff, Judgement
from screening.models.words import DisputeKind, DisputeOutcome, DisputeSource, DisputeState, Grade, Settler, Way

_TONES = {"open": "moving", "passed": "new", "settled": "decided", "closed": "closed", "turned": "closed"}
COLUMNS = [
    {"label": "编号"},
    {"label": "状态", "kind": "narrow"},
    {"label": "类型", "kind": "narrow"},
    {"label": "等级", "kind": "narrow"},
    {"label": "镇村组"},
    {"label": "主要情况", "kind": "wide"},
    {"label": "责任单位、责任人"},
    {"label": "时限", "kind": "date"},
]


def badge(row: Dispute) -> dict[str, str]:
    """Return the badge of a dispute."""
    return {"label": DisputeState(row.state).label, "tone": _TONES[row.state]}


def where(row: Dispute) -> str:
    """Return where it was found: the village, and the group where one was said."""
    return f"{row.found_at.short_name}{f' {row.group.short_name}' if row.group else ''}"


def line(row: Dispute, on: date) -> dict[str, Any]:
    """Return a dispute as a row of components/lines.html."""
    late = row.state in (DisputeState.OPEN, DisputeState.PASSED) and row.due_on < on
    texts: tuple[dict[str, Any], ...] = (
        {"text": row.number},
        {"state": badge(row)},
        {"text": DisputeKind(row.kind).label},
        {"text": Grade(row.grade).label},
        {"text": where(row)},
        {"text": row.facts[:60]},
        {"text": row.unit.short_name, "sub": row.person.name if row.person else ""},
        {"text": f"{row.due_on:%Y-%m-%d}", "sub": f"超{(on - row.due_on).days}天" if late else ""},
    )
    cells = [{"label": column["label"], **cell} for column, cell in zip(COLUMNS, texts, strict=True)]
    return {"url": address_of("screening:dispute", row.pk), "cells": cells}


def facts_of(row: Dispute, staff: Staff, became: DisputeCase | None) -> list[dict[str, Any]]:
    """Return what is known of a dispute as components/definitions.html shows it."""
    repeats = row.repeat_of if row.repeat_of and row.repeat_of.may_be_read_by(staff) else None
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("期次", row.round.label if row.round else "期外登记", {}),
        ("排查日期", f"{day_words(row.found_on)}，{row.found_by.name}", {}),
        ("镇村组", f"{where(row)}{f'，{row.spot}' if row.spot else ''}", {}),
        ("类型", DisputeKind(row.kind).label, {}),
        ("来源", DisputeSource(row.source).label, {}),
        ("牵涉", f"{f'{row.households}户' if row.households else ''}{row.people}人", {}),
        ("当事人", row.names if may(staff, Right.WORK_DISPUTE, at=row.unit) else "", {}),
        ("主要情况", row.facts, {"wide": True}),
        ("事情等级", Grade(row.grade).label, {"note": reasons_said(row.reasons)}),
        ("办理分级", f"{Tier(row.tier).label}，{Settler(row.settler).label}化解", {}),
        ("责任单位", row.unit.name, {}),
        ("责任人", row.person.name if row.person else "", {}),
        ("时限", day_words(row.due_on), {}),
        ("措施", row.measures, {"wide": True}),
        ("需要的帮助", row.help_needed, {"wide": True}),
        (
            "再次发生",
            f"与{repeats.number}是同一起" if repeats else "",
            {"url": repeats.get_absolute_url() if repeats else ""},
        ),
        ("调解组织", row.mediation_body, {}),
        ("调解协议", row.agreement, {"wide": True}),
        ("结果", _outcome(row), {}),
        ("未化解原因", row.unresolved_why, {"wide": True}),
        ("回访", _visited(row), {"wide": True}),
        ("销账", f"{day_words(row.closed_on)}，{row.closed_by.name}" if row.closed_by else "", {}),
        (
            "转信访",
            became.case.number if became else "",
            {"url": address_of("cases:case", became.case_id) if became else ""},
        ),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def _outcome(row: Dispute) -> str:
    if row.settled_on is None or row.settled_by is None:
        return ""
    return f"{DisputeOutcome(row.outcome).label}，{day_words(row.settled_on)}，{row.settled_by.name}"


def _visited(row: Dispute) -> str:
    if row.visited_by is None:
        return ""
    on = f"{day_words(row.visited_on)}，" if row.visited_on else ""
    return f"{on}{row.visited_by.name}：{row.visit_said}"


def hand_off_lines(rows: list[DisputeHandOff]) -> list[dict[str, str]]:
    """Return the movements of a dispute, the latest first: the hand-off ledger."""
    return [
        {
            "from": row.from_unit.short_name,
            "to": row.to_unit.short_name,
            "on": f"{row.on:%Y-%m-%d}",
            "reason": row.reason,
            "said": _decision(row),
        }
        for row in reversed(rows)
    ]


def _decision(row: DisputeHandOff) -> str:
    if row.decided_on is None:
        return f"等接收，{row.decide_by:%Y-%m-%d}前决定"
    return f"{row.decided_on:%Y-%m-%d}接收" if row.taken else f"{row.decided_on:%Y-%m-%d}退回：{row.said}"


def judgement_lines(rows: list[Judgement]) -> list[dict[str, str]]:
    """Return what 研判 decided of a dispute, the latest first."""
    return [
        {
            "on": f"{row.on:%Y-%m-%d}",
            "way": Way(row.way).label,
            "person": row.person.name if row.person else "",
            "due": f"{row.due_on:%Y-%m-%d}",
            "by": row.by.name,
        }
        for row in rows
    ]


def earlier_lines(found: list[Earlier]) -> list[dict[str, str]]:
    """Return the disputes that this one may repeat, each with the reason why it is shown."""
    return [
        {
            "url": each.dispute.get_absolute_url(),
            "number": each.dispute.number or "",
            "words": each.dispute.facts[:40],
            "why": each.why,
        }
        for each in found
    ]


def new_urls(unit_id: int) -> dict[str, str]:
    """Return where a dispute of a unit is filed, and what accuses that unit or the one over it."""
    asked = f"?unit={unit_id}"
    return {
        "dispute_url": reverse("screening:dispute_new") + asked,
        "accusation_url": reverse("screening:accusation_new") + asked,
    }
