"""A consultation as lists and its page show it; who asked is not kept."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kit.days import day_words
from reception.models import Consultation, ConsultationState, Service, Verdict

_TONES = {ConsultationState.OPEN: "moving", ConsultationState.DONE: "closed", ConsultationState.REGISTERED: "decided"}
COLUMNS = [
    {"label": "咨询事项", "kind": "wide"},
    {"label": "咨询日期", "kind": "date"},
    {"label": "服务方式", "kind": "short"},
    {"label": "办理人", "kind": "short"},
    {"label": "办理", "kind": "middle"},
]
_SHOWN = 40


def consultation_badge(row: Consultation) -> dict[str, str]:
    """Return the state of a consultation, as the tag draws it."""
    state = ConsultationState(row.state)
    return {"label": state.label, "tone": _TONES[state]}


def consultation_line(row: Consultation, on: date) -> dict[str, Any]:
    """Return a consultation as components/lines.html draws it."""
    drawn = "抽查待核对" if row.drawn_on and not row.verdict else Verdict(row.verdict).label if row.verdict else ""
    cells = [
        {"label": "咨询事项", "text": row.about[:_SHOWN], "sub": drawn},
        {"label": "咨询日期", "text": f"{row.asked_on:%Y-%m-%d}"},
        {"label": "服务方式", "text": Service(row.service).label},
        {"label": "办理人", "text": row.owner.name, "sub": f"联系不上{row.tries}次" if row.tries else ""},
        {"label": "办理", "text": _stands(row, on)},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _stands(row: Consultation, on: date) -> str:
    if row.case:
        return f"信访件{row.case.number}"
    if row.done_on:
        return f"{row.done_on}办完"
    return f"{row.due_on}前{'，已经过了' if row.due_on < on else ''}"


def consultation_facts(row: Consultation) -> list[dict[str, Any]]:
    """Return a consultation, as components/definitions.html draws it."""
    checked = (
        f"{Verdict(row.verdict).label}，{day_words(row.checked_on)}，{row.checked_by.name}" if row.checked_by else ""
    )
    facts: list[dict[str, Any]] = [
        {"label": "咨询日期", "value": day_words(row.asked_on), "note": row.ticket.number if row.ticket else ""},
        {"label": "咨询事项", "value": row.about, "wide": True},
        {"label": "答复", "value": row.answer, "wide": True},
        {"label": "服务方式", "value": Service(row.service).label},
        {"label": "首问责任人", "value": row.first_asked.name},
        {"label": "办理人", "value": row.owner.name, "note": f"联系不上{row.tries}次" if row.tries else ""},
        {"label": "办理期限", "value": day_words(row.due_on)},
        {"label": "办完", "value": day_words(row.done_on)},
        {"label": "抽查", "value": checked or ("待核对" if row.drawn_on else "")},
    ]
    if row.case:
        url = reverse("cases:case", args=[row.case_id])
        facts.append({"label": "信访件", "value": row.case.number, "url": url})
    return [fact for fact in facts if fact["value"]]


def register_url(row: Consultation) -> str:
    """Return where a consultation becomes a petition with one key, "" where it has become one."""
    return "" if row.case_id else f"{reverse('reception:visit_new')}?{urlencode({'consultation': row.pk})}"
