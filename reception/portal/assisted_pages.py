"""The pages of what is written for others: the form, the receipt with the code, the list."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import turn_asked
from kit.days import day_words
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import AssistedFiling, ReadBack
from reception.portal.assisting import AssistedForm, assist, assisted_of, page_of_assisted
from reception.portal.codes import printed
from reception.portal.receipt import qr_of

COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "代写日期", "kind": "date"},
    {"label": "代写人", "kind": "short"},
    {"label": "确认方式", "kind": "wide"},
]


@require_safe
@staff_only
def filings(request: HttpRequest) -> HttpResponse:
    """List what was written for others. Raises Refused: not_permitted, key_broken."""
    page = page_of_assisted(assert_registers(member(request)), **turn_asked(request.GET))
    context = {
        "title": "代写信访事项",
        "lead": "为自己填写有困难的人如实代写，宣读并经本人确认后登记。",
        "buttons": [{"label": "代写一件", "url": reverse("reception:assisted_new"), "tone": "primary"}],
        "columns": COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": {"title": "还没有代写的", "text": "按“代写一件”开始。", "icon": "pen"},
        **page.turns(),
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def filing_new(request: HttpRequest) -> HttpResponse:
    """Write a petition for somebody, and show his code this once. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    typed = request.POST if request.method == "POST" else None
    form = AssistedForm(typed, by=staff, initial={"key": uuid4()})
    context: dict[str, Any] = {"title": "代写信访事项", "form": form}
    if not form.is_bound:
        return render(request, "cases/record_new.html", context)
    if not form.is_valid():
        return render(request, "cases/record_new.html", context, status=422)
    try:
        row, code = assist(form.spoken(), by=staff)
    except Refused as refused:
        page = render(request, "cases/record_new.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)
    # What accuses his own line is out of his reach by now: the number and the code are shown this once all the same.
    shown = {"case": row.case, "code": printed(code), "for_whom": "本人", "qr": qr_of(row.case.number)}
    return render(request, "reception/codes.html", shown)


@require_safe
@staff_only
def filing(request: HttpRequest, assisted_id: int) -> HttpResponse:
    """Show one of them. Raises Refused not_found."""
    row = assisted_of(member(request), assisted_id)
    facts = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "代写日期", "value": day_words(row.filed_on)},
        {"label": "代写人", "value": row.helper.name},
        {"label": "确认方式", "value": ReadBack(row.read_back).label},
        {"label": "在场人", "value": row.witness},
    ]
    context = {
        "title": "代写信访事项",
        "back": {"url": reverse("reception:assisted"), "label": "代写信访事项"},
        "state": {"label": "已确认登记", "tone": "closed"},
        "facts": [fact for fact in facts if fact["value"]],
        "buttons": [],
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


def _line(row: AssistedFiling) -> dict[str, Any]:
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "代写日期", "text": f"{row.filed_on:%Y-%m-%d}"},
        {"label": "代写人", "text": row.helper.name},
        {"label": "确认方式", "text": ReadBack(row.read_back).label},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}
