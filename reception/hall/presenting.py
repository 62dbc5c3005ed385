"""Windows and numbers as the pages of the hall show them; a number bears no name."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from kit.days import day_words
from reception.hall.waiting import Expected
from reception.models import HallWindow, Ticket, TicketPeriod, TicketState, WindowKind, WindowState

_TONES = {
    TicketState.WAITING: "new",
    TicketState.CALLED: "moving",
    TicketState.SERVING: "moving",
    TicketState.ON_HOLD: "new",
    TicketState.DONE: "closed",
    TicketState.LEFT: "stopped",
}
COLUMNS = [
    {"label": "排队号", "kind": "short"},
    {"label": "办什么", "kind": "middle"},
    {"label": "人数", "kind": "num"},
    {"label": "取号", "kind": "middle"},
    {"label": "状态", "kind": "wide"},
]
WINDOW_COLUMNS = [
    {"label": "窗口", "kind": "middle"},
    {"label": "种类", "kind": "middle"},
    {"label": "状态", "kind": "wide"},
]


def ticket_badge(row: Ticket) -> dict[str, str]:
    """Return the state of a number, as the tag draws it."""
    state = TicketState(row.state)
    return {"label": state.label, "tone": _TONES[state]}


def ticket_line(row: Ticket) -> dict[str, Any]:
    """Return a number as components/lines.html draws it."""
    at = f"{TicketState(row.state).label}{f'（{row.window.name}）' if row.window else ''}"
    cells = [
        {"label": "排队号", "text": row.number, "sub": "优先" if row.first else ""},
        {"label": "办什么", "text": WindowKind(row.kind).label},
        {"label": "人数", "text": str(row.people), "kind": "num"},
        {"label": "取号", "text": f"{localtime(row.taken_at):%m-%d %H:%M}"},
        {"label": "状态", "text": at},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def ticket_facts(row: Ticket, periods: list[TicketPeriod]) -> list[dict[str, Any]]:
    """Return a number with its periods, as components/definitions.html draws it."""
    told = f"{row.expected}分钟" if row.expected is not None else ""
    facts: list[dict[str, Any]] = [
        {"label": "排队号", "value": row.number, "note": "优先" if row.first else ""},
        {"label": "办什么", "value": WindowKind(row.kind).label},
        {"label": "人数", "value": str(row.people)},
        {"label": "取号", "value": f"{day_words(row.taken_on)} {localtime(row.taken_at):%H:%M}"},
        {"label": "取号时告知的预计等候", "value": told},
        {"label": "窗口", "value": row.window.name if row.window else ""},
        {"label": "呼叫的人", "value": row.clerk.name if row.clerk else "", "note": "首问责任人" if row.clerk else ""},
        {"label": "经过", "value": "；".join(map(_period, periods)), "wide": True},
    ]
    return [fact for fact in facts if fact["value"]]


def _period(row: TicketPeriod) -> str:
    began, ended = localtime(row.began_at), localtime(row.ended_at)
    return f"{TicketState(row.what).label}{began:%H:%M}至{ended:%H:%M}"


def window_badge(row: HallWindow) -> dict[str, str]:
    """Return the state of a window, as the tag draws it."""
    state = WindowState(row.state)
    return {"label": state.label, "tone": "moving" if state is WindowState.OPEN else "stopped"}


def window_facts(row: HallWindow, there: Ticket | None) -> list[dict[str, Any]]:
    """Return a window, as components/definitions.html draws it; ``there``: the number that is at it, to open."""
    facts: list[dict[str, Any]] = [
        {"label": "种类", "value": WindowKind(row.kind).label},
        {"label": "在窗口的人", "value": row.clerk.name if row.clerk else "—"},
    ]
    if there:
        note = TicketState(there.state).label
        facts.append({"label": "正在这个窗口", "value": there.number, "url": there.get_absolute_url(), "note": note})
    return facts


def window_line(row: HallWindow, there: dict[int, Ticket]) -> dict[str, Any]:
    """Return a window as components/lines.html draws it; ``there``: the number at each window."""
    now = there.get(row.pk)
    words = f"{row.clerk.name}" if row.clerk else WindowState(row.state).label
    cells = [
        {"label": "窗口", "text": row.name},
        {"label": "种类", "text": WindowKind(row.kind).label},
        {"label": "状态", "text": words, "sub": f"{now.number}{TicketState(now.state).label}" if now else ""},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def kind_stats(expected: dict[WindowKind, Expected], times: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """Return one figure a kind of window: how many wait, what the next may expect, what today took on average."""
    url = f"{reverse('reception:hall')}?list=now"
    return [
        {"label": f"{kind.label}等候", "value": told.ahead, "url": url, "note": _note(told, times.get(kind.value, {}))}
        for kind, told in expected.items()
    ]


def _note(told: Expected, times: dict[str, int]) -> str:
    took = [f"今天平均等候{times['waited']}分钟"] if "waited" in times else []
    took += [f"接待{times['served']}分钟（{times['of']}号）"] if "served" in times else []
    return "；".join([told.words, *took])


def slip(row: Ticket, told: Expected) -> list[str]:
    """Return the lines of the slip that somebody takes along."""
    return [
        row.unit.name,
        f"{row.number}  {WindowKind(row.kind).label}",
        f"{localtime(row.taken_at):%Y-%m-%d %H:%M} 取号，{row.people}人",
        told.words,
        "请留意呼叫；过号的请到导引台恢复。",
    ]
