"""Visits, lots and feedback as pages show them; every word is prepared here."""

from datetime import date
from typing import Any

from cases.reading.case_file import readable_subject
from kit.addresses import address_of
from supervision.models import FollowUpVisit, VisitCall, VisitFeedback, VisitLot
from supervision.models.visit_words import Reopening, VisitState
from supervision.visits.lots import Redrawn

_TONES = {
    VisitState.DRAWN: "new",
    VisitState.ASSIGNED: "new",
    VisitState.AGREED: "moving",
    VisitState.VISITED: "decided",
    VisitState.FED_BACK: "closed",
    VisitState.FINISHED: "closed",
}


def state_badge(visit: FollowUpVisit) -> dict[str, str]:
    """Return the badge of a visit."""
    state = VisitState(visit.state)
    return {"label": state.label, "tone": _TONES.get(state, "stopped")}


def visit_line(visit: FollowUpVisit) -> dict[str, Any]:
    """Return a visit as a row of components/lines.html; ``tries`` was counted with it."""
    agreed = f"约定{visit.agreed_for.isoformat()}" if visit.agreed_for else ""
    tries = f"已联系{vars(visit)['tries']}次" if vars(visit).get("tries") else ""
    return {
        "url": address_of("supervision:visit", visit.pk),
        "cells": [
            {"label": "信访件", "text": visit.case.number, "sub": "抽取时已办结" if visit.answered else "抽取时在办"},
            {"label": "状态", "state": state_badge(visit)},
            {"label": "责任单位", "text": visit.leg.unit.short_name},
            {"label": "抽取", "text": visit.drawn_on.isoformat(), "sub": visit.lot.get_rule_display()},
            {"label": "回访人", "text": visit.assignee.name if visit.assignee else "", "sub": agreed or tries},
            {"label": "结果", "text": visit.get_result_display(), "sub": _proposed(visit)},
        ],
    }


VISIT_COLUMNS = [
    {"label": "信访件"},
    {"label": "状态", "kind": "narrow"},
    {"label": "责任单位"},
    {"label": "抽取", "kind": "middle"},
    {"label": "回访人", "kind": "narrow"},
    {"label": "结果", "kind": "narrow"},
]


def _proposed(visit: FollowUpVisit) -> str:
    return f"重新办理：{Reopening(visit.reopening).label}" if visit.reopening else ""


def visit_facts(visit: FollowUpVisit) -> list[dict[str, Any]]:
    """Return what is known of a visit as components/definitions.html shows it; what is empty is left out."""
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("信访件", visit.case.number, {"url": address_of("cases:case", visit.case_id)}),
        ("责任单位", visit.leg.unit.name, {}),
        (
            "抽取",
            f"{visit.drawn_on.isoformat()}，{visit.lot.get_rule_display()}",
            {"url": visit.lot.get_absolute_url()},
        ),
        ("回访人", f"{visit.assignee.name}（{visit.assignee.unit.short_name}）" if visit.assignee else "", {}),
        ("约定日期", visit.agreed_for.isoformat() if visit.agreed_for else "", {}),
        ("回访日期", visit.visited_on.isoformat() if visit.visited_on else "", {}),
        ("回访方式", visit.get_way_display(), {}),
        ("信访人对办理的看法", visit.get_result_display(), {"note": "只供信访部门，不告诉责任单位"}),
        ("答复或者承诺了什么", visit.promised, {"wide": True}),
        ("已经落实的", visit.done, {"wide": True}),
        ("还缺什么", visit.missing, {"wide": True}),
        ("信访人的话", visit.words, {"wide": True}),
        ("建议重新办理", _reopening_words(visit), {"wide": True}),
        ("不再回访的理由", visit.dropped_why, {"wide": True}),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def _reopening_words(visit: FollowUpVisit) -> str:
    if not visit.reopening:
        return ""
    said = f"\n决定：{visit.reopening_said}" if visit.reopening_said else ""
    return f"{Reopening(visit.reopening).label}：{visit.reopening_why}{said}"


def call_events(calls: list[VisitCall]) -> list[dict[str, Any]]:
    """Return the calls of a visit as components/timeline.html draws them, the latest first."""
    return [
        {
            "act": call.get_outcome_display(),
            "at": call.at,
            "who": call.by.name,
            "facts": f"约定{call.agreed_for.isoformat()}" if call.agreed_for else "",
            "icon": "phone",
        }
        for call in reversed(calls)
    ]


def feedback_line(told: VisitFeedback) -> dict[str, Any]:
    """Return a piece of feedback as a row of components/lines.html."""
    tone = {"sent": "new", "replied": "moving", "checked": "closed"}[told.state]
    return {
        "url": address_of("supervision:visit_feedback", told.pk),
        "cells": [
            {"label": "信访件", "text": told.case.number, "sub": readable_subject(told.case)},
            {"label": "状态", "state": {"label": feedback_state(told), "tone": tone}},
            {"label": "责任单位", "text": told.unit.short_name},
            {"label": "反馈日期", "text": told.sent_on.isoformat()},
            {"label": "请于此日前回复", "text": told.reply_by.isoformat() if told.reply_by else ""},
        ],
    }


FEEDBACK_COLUMNS = [
    {"label": "信访件", "kind": "wide"},
    {"label": "状态", "kind": "narrow"},
    {"label": "责任单位"},
    {"label": "反馈日期", "kind": "date"},
    {"label": "请于此日前回复", "kind": "date"},
]


def feedback_state(told: VisitFeedback) -> str:
    """Return where a piece of feedback stands, in words."""
    from_unit = {"sent": "待回复", "replied": "待核对", "checked": "已核对"}
    return from_unit[told.state]


def feedback_facts(told: VisitFeedback) -> list[dict[str, Any]]:
    """Return what is known of a piece of feedback as components/definitions.html shows it."""
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("信访件", told.case.number, {"url": address_of("cases:case", told.case_id)}),
        ("责任单位", told.unit.name, {}),
        ("反馈日期", told.sent_on.isoformat(), {}),
        ("请于此日前回复", told.reply_by.isoformat() if told.reply_by else "", {}),
        ("反馈内容", told.text, {"wide": True}),
        ("退回的理由", told.returned_why, {"wide": True}),
        ("回复", told.reply, {"wide": True}),
        ("回复日期", told.replied_on.isoformat() if told.replied_on else "", {}),
        ("核对日期", told.checked_on.isoformat() if told.checked_on else "", {}),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def lot_line(lot: VisitLot) -> dict[str, Any]:
    """Return a lot as a row of components/lines.html."""
    return {
        "url": address_of("supervision:visit_lot", lot.pk),
        "cells": [
            {"label": "抽取日期", "text": lot.drawn_on.isoformat()},
            {"label": "范围", "text": lot.get_rule_display(), "sub": period_words(lot.since, lot.until)},
            {"label": "责任单位", "text": lot.of_unit.short_name if lot.of_unit else "不限"},
            {"label": "抽取件数", "text": str(lot.size), "kind": "num"},
            {"label": "抽取人", "text": lot.drawn_by.name},
        ],
    }


LOT_COLUMNS = [
    {"label": "抽取日期", "kind": "date"},
    {"label": "范围"},
    {"label": "责任单位"},
    {"label": "抽取件数", "kind": "num"},
    {"label": "抽取人", "kind": "narrow"},
]


def period_words(since: date | None, until: date | None) -> str:
    """Return a period in words, "" for none."""
    return f"{since.isoformat()}至{until.isoformat()}" if since and until else ""


def lot_facts(lot: VisitLot, again: Redrawn) -> list[dict[str, Any]]:
    """Return how a lot was drawn, and what drawing it again says."""
    unseen = f"其中{again.unseen}件现在不在您的查看范围内（例如后来含检举控告）。" if again.unseen else ""
    stands = (
        "相符：范围与日志一致，重新抽取得到同样的件。"
        if again.stands
        else "不符：范围或者件数与日志不一致，请报安全审计员。"
    )
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("抽取范围", lot.get_rule_display(), {}),
        ("期间", period_words(lot.since, lot.until) or "当日", {}),
        ("责任单位", lot.of_unit.name if lot.of_unit else "不限", {}),
        (
            "符合范围的件数",
            str(lot.fitting),
            {"note": "检举控告件、匿名件、抽取人本单位办理的件和近期回访过的件不在其中"},
        ),
        ("抽取件数", str(again.drawn), {}),
        ("抽取", f"{lot.drawn_on.isoformat()}，{lot.drawn_by.name}", {}),
        ("随机种子", lot.seed, {"copyable": True}),
        ("复核抽取", f"{stands}{unseen}", {"wide": True}),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts]
