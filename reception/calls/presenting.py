"""Calls back and recordings as lists and pages show them; no number of a telephone, no name of a petitioner."""

from datetime import date
from typing import Any

from django.urls import reverse

from kit.days import day_words
from reception.models import CallBack, CallBackState, CallRecording

_TONES = {CallBackState.OPEN: "moving", CallBackState.DONE: "closed", CallBackState.GIVEN_UP: "stopped"}
CALL_COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "回电日期", "kind": "middle"},
    {"label": "回电人", "kind": "short"},
    {"label": "事由", "kind": "wide"},
]
RECORDING_COLUMNS = [
    {"label": "录音编号", "kind": "middle"},
    {"label": "信访件", "kind": "middle"},
    {"label": "录音日期", "kind": "date"},
    {"label": "保存到", "kind": "date"},
]


def call_badge(row: CallBack) -> dict[str, str]:
    """Return the state of a call back, as the tag draws it."""
    state = CallBackState(row.state)
    return {"label": state.label, "tone": _TONES[state]}


def call_line(row: CallBack, on: date) -> dict[str, Any]:
    """Return a call back as components/lines.html draws it."""
    late = row.state == CallBackState.OPEN and row.due_on < on
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "回电日期", "text": f"{row.due_on:%Y-%m-%d}", "sub": "已经过了" if late else ""},
        {"label": "回电人", "text": row.who.name, "sub": f"未接通{row.tries}次" if row.tries else ""},
        {"label": "事由", "text": row.about},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def call_facts(row: CallBack) -> list[dict[str, Any]]:
    """Return a call back, as components/definitions.html draws it."""
    done = f"{day_words(row.done_on)}，{row.done_by.name}" if row.done_by else ""
    return _said(
        [
            {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
            {"label": "回电日期", "value": day_words(row.due_on)},
            {"label": "回电人", "value": row.who.name},
            {"label": "回电说什么", "value": row.about, "wide": True},
            {"label": "未接通次数", "value": str(row.tries) if row.tries else ""},
            {"label": "结果", "value": row.outcome, "wide": True},
            {"label": "了结", "value": done},
        ]
    )


def recording_line(row: CallRecording) -> dict[str, Any]:
    """Return a recording as components/lines.html draws it."""
    cells = [
        {"label": "录音编号", "text": row.number},
        {"label": "信访件", "text": row.case.number},
        {"label": "录音日期", "text": f"{row.recorded_on:%Y-%m-%d}"},
        {"label": "保存到", "text": f"{row.keep_until:%Y-%m-%d}"},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def recording_facts(row: CallRecording) -> list[dict[str, Any]]:
    """Return a recording, as components/definitions.html draws it."""
    erased = f"{day_words(row.erased_on)}，{row.erased_by.name}" if row.erased_by else ""
    return _said(
        [
            {"label": "录音编号", "value": row.number},
            {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
            {"label": "录音日期", "value": day_words(row.recorded_on)},
            {"label": "告知", "value": "已事先告知来电人"},
            {"label": "保存到", "value": day_words(row.keep_until)},
            {"label": "登记人", "value": row.entered_by.name},
            {"label": "删除", "value": erased},
        ]
    )


def _said(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [fact for fact in facts if fact["value"]]
