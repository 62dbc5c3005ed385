"""Comparisons and differences as lists and pages show them; the words of a petition on its own page alone."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kit.days import day_words
from kit.masking import mask_name
from reception.models import Comparison, Difference, DifferenceState, Differs, SettledHow
from reception.reconciling.kept_lines import accuses, opened

_TONES = {DifferenceState.OPEN: "new", DifferenceState.SETTLED: "decided", DifferenceState.AGREED: "closed"}
_ACCUSING = "检举控告件：登记以后由检举控告专管员办理，这里不显示内容。"
COLUMNS = [
    {"label": "不一致的事项", "kind": "middle"},
    {"label": "对方编号", "kind": "middle"},
    {"label": "对方", "kind": "middle"},
    {"label": "我方", "kind": "middle"},
    {"label": "信访件", "kind": "middle"},
    {"label": "处理", "kind": "middle"},
]
COUNT_COLUMNS = [
    {"label": "不一致的事项", "kind": "wide"},
    {"label": "状态", "kind": "middle"},
    {"label": "件数", "kind": "num"},
]


def difference_badge(row: Difference) -> dict[str, str]:
    """Return the state of a difference, as the tag draws it."""
    state = DifferenceState(row.state)
    return {"label": state.label, "tone": _TONES[state]}


def difference_line(row: Difference) -> dict[str, Any]:
    """Return a difference as components/lines.html draws it."""
    cells = [
        {"label": "不一致的事项", "text": Differs(row.what).label, "sub": row.sender.name},
        {"label": "对方编号", "text": row.number},
        {"label": "对方", "text": row.theirs},
        {"label": "我方", "text": row.ours},
        {"label": "信访件", "text": row.case.number if row.case else ""},
        {"label": "处理", "text": _settled(row), "sub": f"{row.found_on:%Y-%m-%d}发现"},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def difference_facts(row: Difference) -> list[dict[str, Any]]:
    """Return a difference, as components/definitions.html draws it: theirs beside ours."""
    said = opened(row.row)
    facts: list[dict[str, Any]] = [
        {"label": "来件渠道", "value": row.sender.name, "url": row.sender.get_absolute_url()},
        {"label": "不一致的事项", "value": Differs(row.what).label},
        {"label": "对方编号", "value": row.number},
        {"label": "对方", "value": row.theirs},
        {"label": "我方", "value": row.ours},
        *(_case(row)),
        *(_words(said, row)),
        {"label": "清单", "value": day_words(row.comparison.made_on), "url": row.comparison.get_absolute_url()},
        {"label": "处理", "value": _settled(row)},
        {"label": "说明", "value": row.note, "wide": True},
    ]
    return [fact for fact in facts if fact["value"]]


def comparison_facts(row: Comparison) -> list[dict[str, Any]]:
    """Return a comparison, as components/definitions.html draws it."""
    return [
        {"label": "来件渠道", "value": row.sender.name, "url": row.sender.get_absolute_url()},
        {"label": "清单", "value": f"{row.since}至{row.until}，{row.file_name}"},
        {"label": "行数", "value": f"{row.rows}行" + (f"，其中{row.unread}行读不出" if row.unread else "")},
        {"label": "对账", "value": f"{day_words(row.made_on)}，{row.made_by.name}"},
    ]


def count_line(row: Comparison, what: Differs, state: DifferenceState, many: int) -> dict[str, Any]:
    """Return how many differences of a kind a list found, with the list of them behind it."""
    asked = {"sender": str(row.sender_id), "kind": what.value, "list": state.value}
    cells = [
        {"label": "不一致的事项", "text": what.label},
        {"label": "状态", "text": state.label},
        {"label": "件数", "text": str(many), "kind": "num"},
    ]
    return {"url": f"{reverse('reception:differences')}?{urlencode(asked)}", "cells": cells}


def _settled(row: Difference) -> str:
    if row.settled_by is None:
        return DifferenceState(row.state).label
    return f"{SettledHow(row.how).label}，{row.settled_by.name}{row.settled_on:%Y-%m-%d}"


def _case(row: Difference) -> list[dict[str, Any]]:
    if row.case is None:
        return []
    url = reverse("cases:case", args=[row.case_id])
    return [
        {"label": "信访件", "value": row.case.number, "url": url},
        *([{"label": "我方内容", "value": row.case.content, "wide": True}] if row.what == Differs.CONTENT else []),
    ]


def _words(said: dict[str, Any], row: Difference) -> list[dict[str, Any]]:
    """What their line says; of an accusation no word before it is registered (Art. 30)."""
    if not said:
        return []
    if accuses(said) and row.case is None:
        return [{"label": "对方内容", "value": _ACCUSING, "wide": True}]
    person = said["party"] or {}
    return [
        {"label": "事由", "value": said["subject"], "wide": True},
        {"label": "对方内容", "value": said["content"], "wide": True},
        {"label": "信访人", "value": mask_name(person.get("name", ""))},
        {"label": "收到日期", "value": said["received_on"]},
        {"label": "要求上报的日期", "value": said["report_by"]},
    ]
