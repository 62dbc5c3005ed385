"""A visit as lists and its page show it; no name of a petitioner."""

from datetime import date
from typing import Any

from django.urls import reverse

from kit.days import day_words
from law.admission import marks
from law.ratings import Score
from law.vocabulary import Channel
from reception.models import AnswerWay, HallVisit, VisitState

_TONES = {VisitState.OPEN: "moving", VisitState.ANSWERED: "closed"}
COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "来访日期", "kind": "date"},
    {"label": "人次", "kind": "num"},
    {"label": "首问责任人", "kind": "short"},
    {"label": "答复", "kind": "wide"},
]


def visit_badge(row: HallVisit) -> dict[str, str]:
    """Return the state of a visit, as the tag draws it."""
    state = VisitState(row.state)
    return {"label": state.label, "tone": _TONES[state]}


def answer_words(row: HallVisit, on: date) -> str:
    """Say how a visit was answered, or who answers it by when."""
    if row.answered_on:
        return f"{row.answered_on}{AnswerWay(row.way).label}"
    return f"{row.owner.name}在{row.due_on}前答复{'，已经过了' if row.due_on < on else ''}"


def visit_line(row: HallVisit, on: date) -> dict[str, Any]:
    """Return a visit as components/lines.html draws it."""
    cells = [
        {"label": "信访件", "text": row.case.number, "sub": "集体访" if row.collective else ""},
        {"label": "来访日期", "text": f"{row.visited_on:%Y-%m-%d}"},
        {"label": "人次", "text": str(row.people), "kind": "num"},
        {"label": "首问责任人", "text": row.first_asked.name},
        {"label": "答复", "text": answer_words(row, on), "sub": f"联系不上{row.tries}次" if row.tries else ""},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def visit_facts(row: HallVisit) -> list[dict[str, Any]]:
    """Return a visit, as components/definitions.html draws it."""
    answered = f"{day_words(row.answered_on)}，{row.answered_by.name}" if row.answered_by else ""
    owed = "" if row.answered_on else f"{row.owner.name}，{day_words(row.due_on)}前"
    people = f"1批次{row.people}人次{'（集体访）' if row.collective else ''}"
    facts: list[dict[str, Any]] = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "来访日期", "value": day_words(row.visited_on)},
        {"label": "人数", "value": people, "note": _representatives(row)},
        {"label": "排队号", "value": row.ticket.number if row.ticket else ""},
        {"label": "首问责任人", "value": row.first_asked.name},
        {"label": "接谈要点", "value": row.talk, "wide": True},
        {"label": "由谁答复", "value": owed, "note": f"联系不上{row.tries}次" if row.tries else ""},
        {"label": "答复方式", "value": AnswerWay(row.way).label if row.way else ""},
        {"label": "答复内容", "value": row.answer, "wide": True},
        {"label": "答复", "value": answered},
    ]
    return [fact for fact in facts if fact["value"]]


def _representatives(row: HallVisit) -> str:
    found = marks(Channel.VISIT, petitioners=row.people, representatives=row.representatives)
    return "；".join(
        [f"推选代表{row.representatives}人"] * bool(row.representatives) + [mark.message for mark in found]
    )


def stats_of_day(counts: dict[str, int], late: int) -> list[dict[str, Any]]:
    """Return the figures of a day as components/stat.html draws them."""
    url = reverse("reception:hall_visits")
    return [
        {"label": "今天批次", "value": counts["batches"], "url": f"{url}?list=all"},
        {"label": "今天人次", "value": counts["people"], "url": f"{url}?list=all"},
        {"label": "其中集体访批次", "value": counts["collective"], "url": f"{url}?list=all"},
        {"label": "今天已答复批次", "value": counts["answered"], "url": f"{url}?list=all"},
        {"label": "过期未答复批次", "value": late, "url": f"{url}?list=open"},
    ]


def ratings_words(found: dict[str, int] | None) -> str:
    """Say what visitors rated in a month; nothing below five."""
    if found is None:
        return "本月窗口评价不足5份，不显示。"
    said = "，".join(f"{score.label}{found[score]}份" for score in Score)
    return f"本月窗口评价（在单位设备上作出）：{said}。"
