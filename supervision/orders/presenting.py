"""Orders and findings in the words of the page: lines of lists, the facts of one, a panel and the timeline of a case."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.lists.case_rows import chip
from cases.presenting.marks import act_url
from cases.reading.case_file import CaseFile
from kit.addresses import address_of
from kit.days import day_words
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import Finding, SupervisionOrder
from supervision.models.orders import OWED_STATES
from supervision.on_case import ORDERS, on_case
from supervision.orders.rules import rule_of
from supervision.words.orders import CheckResult, ExplainedHow, Failure, OrderMethod, OrderSource, OrderState

_TONES = {
    OrderState.ISSUED: "new",
    OrderState.RECEIVED: "moving",
    OrderState.REPLIED: "moving",
    OrderState.RETURNED: "wrong",
    OrderState.CHECKED: "decided",
    OrderState.CLOSED: "closed",
}
MOST_SHOWN = 20


def state_of(order: SupervisionOrder) -> dict[str, str]:
    """Return the state of an order as the tag `state` wants it."""
    state = OrderState(order.state)
    return {"label": state.label, "tone": _TONES[state]}


def late_words(order: SupervisionOrder, on: date) -> str:
    """Say by how many days the first reply is or was late, "" where it is not."""
    late = order.days_late(on)
    return f"逾期{late}天" if late else ""


def order_line(order: SupervisionOrder, on: date) -> dict[str, Any]:
    """Return one order as a row of components/lines.html."""
    owed = order.state in OWED_STATES and not order.first_reply_on
    due = {"chip": chip(order.reply_by, on, "应反馈")} if owed else {"text": day_words(order.first_reply_on)}
    return {
        "url": address_of("supervision:order", order.pk),
        "cells": [
            {"label": "督办号", "text": order.number, "sub": order.case.number, "kind": "narrow"},
            {"label": "被督办单位", "text": order.unit.short_name, "kind": "short"},
            {"label": "情形", "text": Failure(order.failure).label, "sub": rule_of(order.failure).article},
            {"label": "发出", "text": f"{order.made_on:%Y-%m-%d}", "kind": "date"},
            {"label": "反馈", "sub": late_words(order, on) if order.first_reply_on else "", **due},
            {"label": "状态", "state": state_of(order)},
        ],
    }


ORDER_COLUMNS = [
    {"label": "督办号", "kind": "narrow"},
    {"label": "被督办单位", "kind": "short"},
    {"label": "情形"},
    {"label": "发出", "kind": "date"},
    {"label": "反馈", "kind": "narrow"},
    {"label": "状态", "kind": "short"},
]
FINDING_COLUMNS = [
    {"label": "信访件", "kind": "narrow"},
    {"label": "单位", "kind": "short"},
    {"label": "情形"},
    {"label": "应在此日前", "kind": "date"},
    {"label": "发现", "kind": "date"},
]


def finding_line(finding: Finding) -> dict[str, Any]:
    """Return one finding as a row of components/lines.html; of the case the number alone."""
    rule = rule_of(finding.failure)
    return {
        "url": address_of("supervision:finding", finding.pk),
        "cells": [
            {"label": "信访件", "text": finding.case.number, "kind": "narrow"},
            {"label": "单位", "text": finding.unit.short_name, "kind": "short"},
            {"label": "情形", "text": rule.failure.label, "sub": f"{rule.group.label}，{rule.article}"},
            {"label": "应在此日前", "text": f"{finding.missed_on:%Y-%m-%d}", "kind": "date"},
            {"label": "发现", "text": f"{finding.found_on:%Y-%m-%d}", "kind": "date"},
        ],
    }


def finding_facts(finding: Finding) -> list[dict[str, Any]]:
    """Return the facts of a finding as components/definitions.html lists them."""
    rule = rule_of(finding.failure)
    return [
        {"label": "信访件", "value": finding.case.number, "url": reverse("cases:case", args=[finding.case_id])},
        {"label": "单位", "value": finding.unit.name},
        {"label": "情形", "value": rule.failure.label, "note": f"{rule.group.label}，{rule.article}"},
        {"label": "应在此日前", "value": day_words(finding.missed_on), "note": "以发现时为准，以后的改动不影响"},
        {"label": "发现日期", "value": day_words(finding.found_on)},
        *([{"label": "不予督办的理由", "value": finding.reason, "wide": True}] if finding.reason else []),
    ]


def order_url(finding: Finding) -> str:
    """Return the address of the dialog that orders the unit of a finding."""
    return act_url(Act.SUPERVISE, finding.case_id, leg=finding.leg_id)


def order_facts(order: SupervisionOrder, on: date) -> list[dict[str, Any]]:
    """Return the facts of an order as components/definitions.html lists them; what is not there yet is left out."""
    rule = rule_of(order.failure)
    source = OrderSource(order.source).label
    told = ExplainedHow(order.explained_how).label if order.explained_how else ""
    facts: list[dict[str, Any]] = [
        {"label": "信访件", "value": order.case.number, "url": reverse("cases:case", args=[order.case_id])},
        {"label": "被督办单位", "value": order.unit.name},
        {"label": "情形", "value": rule.failure.label, "note": f"{rule.group.label}，{rule.article}"},
        {"label": "来源、方式", "value": f"{source}，{OrderMethod(order.method).label}", "note": order.committee},
        {"label": "经办、签发", "value": f"{order.made_by.name}经办，{order.signed_by.name}签发"},
        {"label": "发出", "value": day_words(order.made_on)},
        {"label": "应反馈", "value": day_words(order.reply_by), "note": late_words(order, on)},
        {"label": "督办要求", "value": order.text, "wide": True},
        {"label": "签收", "value": day_words(order.received_on)},
        {"label": "反馈", "value": order.reply, "note": _dated(order.first_reply_on, order.reply_number), "wide": True},
        {"label": "核查", "value": order.check_text, "note": _checked(order), "wide": True},
        {"label": "整改", "value": order.rectification, "note": day_words(order.rectified_on), "wide": True},
        {"label": "进一步处理", "value": order.further, "note": day_words(order.further_on), "wide": True},
        {"label": "向信访人说明", "value": told, "note": day_words(order.explained_on)},
        {"label": "销号", "value": order.closed_by.name if order.closed_by else "", "note": day_words(order.closed_on)},
    ]
    return [fact for fact in facts if fact["value"]]


def _dated(day: date | None, number: str) -> str:
    return "，".join(filter(None, (day_words(day), number)))


def _checked(order: SupervisionOrder) -> str:
    if not order.checked_by:
        return ""
    return f"{CheckResult(order.result).label}，{order.checked_by.name}，{day_words(order.checked_on)}"


def read_orders_panel(file: CaseFile, staff: Staff, on: date) -> dict[str, Any] | None:
    """Return {lines}: the orders on a case; None for who neither orders nor replies, without a query."""
    if not (holdings(staff, Act.SUPERVISE) or holdings(staff, Right.REPLY_ORDER)):
        return None
    lines = [_panel_line(row, on) for row in on_case(file, ORDERS)[:MOST_SHOWN]]
    return {"lines": lines} if lines else None


def _panel_line(order: SupervisionOrder, on: date) -> dict[str, Any]:
    return {
        "url": order.get_absolute_url(),
        "number": order.number,
        "unit": order.unit.short_name,
        "state": state_of(order),
        "what": Failure(order.failure).label,
        "late": late_words(order, on),
    }


def order_events(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return a line of the timeline for each day by which a unit has to reply to an order that this person reads."""
    if not any(event.act == Act.SUPERVISE for event in file.events):
        return []
    rows = on_case(file, ORDERS)
    lines = [_event("督办反馈期限", row.reply_by, row) for row in rows]
    return [*lines, *(_event("督办销号", row.closed_on, row) for row in rows if row.closed_on)]


def _event(act: str, on: date, order: SupervisionOrder) -> dict[str, Any]:
    text = f"{order.number}，{order.unit.short_name}"
    return {"act": act, "on": on, "icon": "flag", "text": text, "url": order.get_absolute_url(), "label": "督办件"}
