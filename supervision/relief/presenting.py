"""Funds and assistance as pages show them; a petitioner is never named."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from cases.reading.case_file import CaseFile
from kit.addresses import address_of
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import Assistance, ReliefFund
from supervision.models.relief import AssistanceState, FundState
from supervision.on_case import ASSISTANCES, on_case
from supervision.relief.balances import Balance
from supervision.relief.money import yuan

_TONES = {"proposed": "new", "approved": "moving", "paid": "closed", "refused": "stopped", "withdrawn": "stopped"}
ASSISTANCE_COLUMNS = [
    {"label": "信访件"},
    {"label": "状态", "kind": "narrow"},
    {"label": "类型", "kind": "narrow"},
    {"label": "金额（元）", "kind": "num"},
    {"label": "资金"},
    {"label": "申请", "kind": "middle"},
    {"label": "支付日期", "kind": "date"},
]
FUND_COLUMNS = [
    {"label": "资金"},
    {"label": "状态", "kind": "narrow"},
    {"label": "预算（元）", "kind": "num"},
    {"label": "上年结转", "kind": "num"},
    {"label": "已支付", "kind": "num"},
    {"label": "已批准待支付", "kind": "num"},
    {"label": "还可以批准", "kind": "num"},
]


def assistance_badge(row: Assistance) -> dict[str, str]:
    """Return the badge of assistance."""
    return {"label": AssistanceState(row.state).label, "tone": _TONES[row.state]}


def assistance_line(row: Assistance) -> dict[str, Any]:
    """Return assistance as a row of components/lines.html."""
    return {
        "url": address_of("supervision:assistance", row.pk),
        "cells": [
            {"label": "信访件", "text": row.case.number},
            {"label": "状态", "state": assistance_badge(row)},
            {"label": "类型", "text": row.get_kind_display()},
            {"label": "金额（元）", "text": yuan(row.amount) if row.amount else "", "kind": "num"},
            {"label": "资金", "text": fund_name(row.fund)},
            {"label": "申请", "text": row.proposed_on.isoformat(), "sub": row.proposed_by.name},
            {"label": "支付日期", "text": row.paid_on.isoformat() if row.paid_on else ""},
        ],
    }


def fund_name(fund: ReliefFund | None) -> str:
    """Return year and name of a fund, "" for none."""
    return f"{fund.year}年{fund.name}" if fund else ""


def assistance_facts(row: Assistance) -> list[dict[str, Any]]:
    """Return what is known of assistance as components/definitions.html shows it."""
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("信访件", row.case.number, {"url": address_of("cases:case", row.case_id)}),
        ("帮扶单位", row.unit.name, {}),
        ("类型", row.get_kind_display(), {}),
        ("金额", f"{yuan(row.amount)}元" if row.amount else "", {}),
        ("资金", fund_name(row.fund), {"url": row.fund.get_absolute_url()} if row.fund else {}),
        ("依据", row.basis, {"wide": True}),
        ("帮扶内容", row.content, {"wide": True}),
        ("申请", f"{row.proposed_on.isoformat()}，{row.proposed_by.name}", {}),
        (
            "审批",
            f"{row.decided_on.isoformat()}，{row.decided_by.name}" if row.decided_on and row.decided_by else "",
            {},
        ),
        ("审批意见", row.said, {"wide": True}),
        (
            "支付",
            f"{row.paid_on.isoformat()}，{row.paid_by.name}，凭证{row.voucher}" if row.paid_on and row.paid_by else "",
            {},
        ),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def fund_line(fund: ReliefFund, balance: Balance) -> dict[str, Any]:
    """Return a fund as a row of components/lines.html."""
    numbers = (fund.budget, fund.carried, balance.paid, balance.approved, balance.free)
    named = zip(FUND_COLUMNS[2:], numbers, strict=True)
    return {
        "url": address_of("supervision:fund", fund.pk),
        "cells": [
            {"label": "资金", "text": fund_name(fund), "sub": fund.unit.short_name},
            {"label": "状态", "state": fund_badge(fund)},
            *({"label": column["label"], "text": yuan(number), "kind": "num"} for column, number in named),
        ],
    }


def fund_badge(fund: ReliefFund) -> dict[str, str]:
    """Return the badge of a fund."""
    state = FundState(fund.state)
    return {"label": state.label, "tone": "moving" if state is FundState.OPEN else "closed"}


def fund_facts(fund: ReliefFund, balance: Balance) -> list[dict[str, Any]]:
    """Return a fund's account as components/definitions.html shows it: what it has is what was spent and what is left."""
    before = f"{fund.carried_from.year}年" if fund.carried_from else ""
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("单位", fund.unit.name, {}),
        ("依据", fund.basis, {}),
        ("预算", f"{yuan(fund.budget)}元", {}),
        ("上年结转", f"{yuan(fund.carried)}元", {"note": before}),
        ("已支付", f"{yuan(balance.paid)}元", {}),
        ("已批准待支付", f"{yuan(balance.approved)}元", {}),
        ("还可以批准", f"{yuan(balance.free)}元", {}),
        ("结账日期", fund.closed_on.isoformat() if fund.closed_on else "", {}),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def read_relief_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {lines, propose_url} of a case for who works on relief; None for everybody else, without a query."""
    proposes = bool(holdings(staff, Right.PROPOSE_RELIEF))
    if file.case.sealed or not file.whole or not (proposes or holdings(staff, Right.APPROVE_RELIEF)):
        return None
    rows: Iterable[Assistance] = ()
    if on_case(file, ASSISTANCES):
        rows = Assistance.objects.readable_by(staff).filter(case=file.case.pk).order_by("-id")
    lines = [{"url": row.get_absolute_url(), "text": _said(row), "state": assistance_badge(row)} for row in rows]
    url = f"{reverse('supervision:assistance_new')}?{urlencode({'case': file.case.pk})}" if proposes else ""
    return {"lines": lines, "propose_url": url} if lines or url else None


def _said(row: Assistance) -> str:
    amount = f"{yuan(row.amount)}元" if row.amount else ""
    return f"{row.proposed_on.isoformat()}{row.get_kind_display()}{amount}"
