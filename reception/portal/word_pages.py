"""The pages of those who answer petitioners' words."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import step_buttons, step_named, step_page
from kit.days import day_words
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.models import CitizenWord, WordKind, WordState
from reception.portal.word_work import STEPS, WordList, page_of_words, word_of

COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "种类", "kind": "middle"},
    {"label": "提出日期", "kind": "date"},
    {"label": "单位", "kind": "middle"},
]


@require_safe
@staff_only
def word_list(request: HttpRequest) -> HttpResponse:
    """List what petitioners said to a person's places. Raises Refused: filter_unknown, key_broken."""
    what = request.GET.get("list", WordList.OPEN.value)
    page = page_of_words(member(request), what, **turn_asked(request.GET))
    context = {
        "title": "信访人来言",
        "lead": "信访人在网上询问办理情况、反映打击报复；答复显示在他的查询页面。",
        "tabs": tabs(WordList, what),
        "columns": COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": {"title": "没有", "text": "信访人在网上查询时可以提出。", "icon": "chat"},
        **page.turns(list=what),
    }
    return render(request, "reception/list.html", context)


@require_safe
@staff_only
def word_page(request: HttpRequest, word_id: int) -> HttpResponse:
    """Show one word. Raises Refused not_found."""
    staff = member(request)
    row = word_of(staff, word_id)
    state = WordState(row.state)
    context = {
        "title": WordKind(row.kind).label,
        "back": {"url": reverse("reception:citizen_words"), "label": "信访人来言"},
        "state": {"label": state.label, "tone": "new" if state is WordState.OPEN else "closed"},
        "facts": _facts(row),
        "buttons": step_buttons(STEPS[WordKind(row.kind)], row, staff, "reception:citizen_word_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def word_step(request: HttpRequest, word_id: int, step: str) -> HttpResponse:
    """Answer one word. Raises Refused: not_found, and as the step does."""
    row = word_of(member(request), word_id)
    return step_page(request, step_named(STEPS[WordKind(row.kind)], step), row, f"信访件{row.case.number}")


def _line(row: CitizenWord) -> dict[str, Any]:
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "种类", "text": WordKind(row.kind).label},
        {"label": "提出日期", "text": f"{row.said_on:%Y-%m-%d}"},
        {"label": "单位", "text": row.unit.short_name},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _facts(row: CitizenWord) -> list[dict[str, Any]]:
    answered = f"{day_words(row.answered_on)}，{row.answered_by.name}" if row.answered_by else ""
    facts = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "提出日期", "value": day_words(row.said_on)},
        {"label": "内容", "value": row.text, "wide": True},
        {"label": "答复", "value": row.answer, "wide": True},
        {"label": "答复人", "value": answered},
    ]
    return [fact for fact in facts if fact["value"]]
