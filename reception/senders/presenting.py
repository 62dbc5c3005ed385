"""A sender as lists and its page show it."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from cases.importing.fields import Field
from kit.days import day_words
from law.commission import Owed
from reception.models import Sender, SenderKind, SenderState

COLUMNS = [
    {"label": "来件渠道", "kind": "wide"},
    {"label": "种类", "kind": "middle"},
    {"label": "最近对账", "kind": "date"},
    {"label": "状态", "kind": "short"},
]


def sender_badge(row: Sender) -> dict[str, str]:
    """Return the state of a sender, as the tag draws it."""
    state = SenderState(row.state)
    return {"label": state.label, "tone": "moving" if state is SenderState.ACTIVE else "stopped"}


def sender_line(row: Sender) -> dict[str, Any]:
    """Return a sender as components/lines.html draws it."""
    cells = [
        {"label": "来件渠道", "text": row.name},
        {"label": "种类", "text": SenderKind(row.kind).label},
        {"label": "最近对账", "text": str(row.compared_on or "")},
        {"label": "状态", "text": SenderState(row.state).label},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def sender_facts(row: Sender) -> list[dict[str, Any]]:
    """Return a sender, as components/definitions.html draws it."""
    columns = "；".join(f"{Field(name).label}←{'、'.join(headers) or '不读'}" for name, headers in row.columns.items())
    differences = f"{reverse('reception:differences')}?{urlencode({'sender': row.pk})}"
    facts: list[dict[str, Any]] = [
        {"label": "种类", "value": SenderKind(row.kind).label},
        {"label": "登记单位", "value": row.unit.name},
        {"label": "要求上报", "value": Owed(row.owes).label if row.owes else "只有写明日期的件"},
        {"label": "列对应", "value": columns or "按通常的表头认", "wide": True},
        {"label": "办结的说法", "value": "、".join(row.done_words.split("\n")) or "通常的说法", "wide": True},
        {"label": "对方的列", "value": "、".join(row.header), "wide": True},
        {"label": "最近对账", "value": day_words(row.compared_on) if row.compared_on else ""},
        {"label": "对账差异", "value": "查看", "url": differences},
    ]
    return [fact for fact in facts if fact["value"]]
