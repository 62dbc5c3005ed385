"""导入后可能的重复: the pairs, one of them with its passages, and the step that says it is none."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs
from cases.models import Case
from cases.record_steps import RecordForm, Step, step_buttons, step_named, step_page
from insight.imported.moves import DISMISS, dismiss
from insight.imported.reading import assert_joins, page_of_repeats, passages_in, repeat_of
from insight.models import FoundRepeat, FoundState
from kit.doors import slug_of
from kit.web import staff_only
from law.vocabulary import Act
from organizations.record_page import record_panels
from organizations.views.people import member

_TONES = {FoundState.OPEN: "new", FoundState.JOINED: "closed", FoundState.DISMISSED: "stopped"}
_COLUMNS = [
    {"label": "导入的件", "kind": "middle"},
    {"label": "可能是同一事项的件", "kind": "middle"},
    {"label": "相近", "kind": "num"},
    {"label": "找到日期", "kind": "date"},
]
_NOTHING = {"title": "没有要核对的", "text": "导入、按清单登记以后，后台找出内容相近的件，列在这里。", "icon": "link"}


class DismissForm(RecordForm):
    """不是同一事项."""

    hint = "核对过两件的内容，不是同一事项的，不再列出；以后仍可以并入。"


STEPS: dict[str, Step] = {"dismiss": Step("不是同一事项", DismissForm, dismiss, DISMISS, "已记下，不再列出。")}


@require_safe
@staff_only
def found_list(request: HttpRequest) -> HttpResponse:
    """List pairs. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, asked = assert_joins(member(request)), request.GET
    what = asked.get("list", FoundState.OPEN.value)
    page = page_of_repeats(staff, what, after=asked.get("after", ""), before=asked.get("before", ""))
    context = {
        "tabs": tabs(FoundState, what),
        "columns": _COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": _NOTHING,
        **page.turns(list=what),
    }
    return render(request, "insight/found.html", context)


@require_safe
@staff_only
def found_page(request: HttpRequest, found_id: int) -> HttpResponse:
    """Show one pair with the passages that both have. Raises Refused not_found."""
    staff = member(request)
    row = repeat_of(staff, found_id)
    state = FoundState(row.state)
    join = f"{reverse('cases:act', args=[row.case_id, slug_of(Act.JOIN_MATTER)])}?{urlencode({'number': row.other.number})}"
    waits = state is FoundState.OPEN
    context = {
        "state": {"label": state.label, "tone": _TONES[state]},
        "facts": _facts(row),
        "buttons": [
            *([{"label": "并入同一事项", "url": join, "tone": "primary", "why_not": ""}] if waits else []),
            *({**each, "tone": "plain"} for each in step_buttons(STEPS, row, staff, "insight:found_step")),
        ],
        **record_panels(row),
    }
    return render(request, "insight/found_one.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def found_step(request: HttpRequest, found_id: int, step: str) -> HttpResponse:
    """Take one step of a pair. Raises Refused: not_found, and as the step does."""
    row = repeat_of(member(request), found_id)
    return step_page(request, step_named(STEPS, step), row, f"{row.case.number}和{row.other.number}")


def _line(row: FoundRepeat) -> dict[str, Any]:
    cells = [
        {"label": "导入的件", "text": row.case.number, "sub": row.case.subject},
        {"label": "可能是同一事项的件", "text": row.other.number, "sub": row.other.subject},
        {"label": "相近", "text": f"{row.closeness:.0%}", "kind": "num"},
        {"label": "找到日期", "text": f"{row.found_on:%Y-%m-%d}"},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _facts(row: FoundRepeat) -> list[dict[str, Any]]:
    by = f"{row.decided_by.name}，{row.decided_on}" if row.decided_by else ""
    facts: list[dict[str, Any]] = [
        {"label": "导入的件", "value": _said(row.case), "url": reverse("cases:case", args=[row.case_id])},
        {"label": "可能是同一事项的件", "value": _said(row.other), "url": reverse("cases:case", args=[row.other_id])},
        {"label": "相近", "value": f"{row.closeness:.0%}"},
        {"label": "相同的句子", "value": "；".join(passages_in(row)), "wide": True},
        {"label": "核对", "value": by},
    ]
    return [fact for fact in facts if fact["value"]]


def _said(case: Case) -> str:
    return f"{case.number} {case.subject}（{case.received_on}收到）"
