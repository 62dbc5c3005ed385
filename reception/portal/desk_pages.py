"""The desk's pages behind the portal: online filings whose contact waits to be checked, and new query codes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.models import Party
from cases.models.party import PartyRole
from cases.record_steps import step_buttons, step_named, step_page
from kit.days import day_words
from kit.masking import mask_name
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import ContactState, OnlineFiling
from reception.on_case import whole_case
from reception.portal.codes import printed, reissue
from reception.portal.desk_work import STEPS, FilingList, filing_of, page_of_filings
from reception.portal.receipt import qr_of

_TONES = {ContactState.CONFIRMED: "closed", ContactState.ANSWERED: "closed", ContactState.TO_ASK: "new"}
COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "提交日期", "kind": "date"},
    {"label": "联系方式", "kind": "wide"},
]


@require_safe
@staff_only
def filings(request: HttpRequest) -> HttpResponse:
    """List online filings. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on = assert_registers(member(request)), today()
    what = request.GET.get("list", FilingList.WAITS.value)
    page = page_of_filings(staff, what, on, **turn_asked(request.GET))
    context = {
        "title": "网上信访",
        "lead": "网上提交的已经自动登记；联系方式没有核对的，用书面方式或者当面核对。",
        "tabs": tabs(FilingList, what),
        "columns": COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": {"title": "没有待核对的", "text": "网上提交的信访件在信访件列表里办理。", "icon": "list"},
        **page.turns(list=what),
    }
    return render(request, "reception/list.html", context)


@require_safe
@staff_only
def filing(request: HttpRequest, filing_id: int) -> HttpResponse:
    """Show one online filing. Raises Refused not_found."""
    staff = member(request)
    row = filing_of(staff, filing_id)
    context = {
        "title": "网上信访",
        "back": {"url": reverse("reception:online_filings"), "label": "网上信访"},
        "state": _badge(row),
        "facts": _facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:online_filing_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def filing_step(request: HttpRequest, filing_id: int, step: str) -> HttpResponse:
    """Take one step of an online filing. Raises Refused: not_found, and as the step does."""
    row = filing_of(member(request), filing_id)
    return step_page(request, step_named(STEPS, step), row, f"信访件{row.case.number}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def codes(request: HttpRequest, case_id: int) -> HttpResponse:
    """Give one of the people of a case a new query code at the counter, shown this once. Raises Refused: not_found, not_permitted."""
    case = whole_case(member(request), case_id)
    staff = assert_registers(member(request))
    context: dict[str, Any] = {"case": case, "people": _people(staff, case)}
    if request.method == "POST":
        try:
            party, code = reissue(case_id, int(request.POST.get("party") or 0), by=staff, on=today())
            context |= {"code": printed(code), "for_whom": mask_name(party.name), "qr": qr_of(case.number)}
        except (Refused, ValueError) as refused:
            told = refused if isinstance(refused, Refused) else Refused("input_invalid", "请选择给谁出具。")
            page = render(request, "reception/codes.html", {**context, "refused": told})
            return RefusedAnswer(page.content, told)
    return render(request, "reception/codes.html", context)


def _people(staff: Any, case: Any) -> list[dict[str, Any]]:
    rows = Party.objects.readable_by(staff).filter(case=case)
    return [
        {"key": row.pk, "name": mask_name(row.name) or "（姓名不清）", "role": PartyRole(row.role).label}
        for row in rows
    ]


def _badge(row: OnlineFiling) -> dict[str, str]:
    state = ContactState(row.state)
    return {"label": state.label, "tone": _TONES.get(state, "moving")}


def _line(row: OnlineFiling) -> dict[str, Any]:
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "提交日期", "text": f"{row.filed_on:%Y-%m-%d}"},
        {"label": "联系方式", "text": ContactState(row.state).label},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _facts(row: OnlineFiling) -> list[dict[str, Any]]:
    facts = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "提交日期", "value": day_words(row.filed_on)},
        {"label": "联系方式", "value": ContactState(row.state).label},
        {"label": "书面核对日期", "value": day_words(row.asked_on)},
        {"label": "回复", "value": row.answer, "wide": True},
    ]
    return [fact for fact in facts if fact["value"]]
