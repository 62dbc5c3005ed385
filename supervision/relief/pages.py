"""帮扶: what was proposed and paid, the funds, and their steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.paging import Page
from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from cases.sight.out_of_reach import key_of
from kit.web import staff_only
from organizations.authority import holdings
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.relief import presenting as shown
from supervision.relief.actions import case_of, open_fund, propose_assistance
from supervision.relief.balances import balances
from supervision.relief.forms import FundForm, ProposeForm
from supervision.relief.reading import (
    assert_holds,
    assert_works,
    assistance_read,
    fund_read,
    funds_of,
    page_of_assistance,
)
from supervision.relief.steps import FUND_STEPS, RELIEF_STEPS


@require_safe
@staff_only
def assistance_list(request: HttpRequest) -> HttpResponse:
    """List assistance within reach, the newest first. Raises Refused: not_permitted, key_broken."""
    staff = member(request)
    assert_works(staff)
    context = {**_lines(request, page_of_assistance(staff, **turn_asked(request.GET))), "funds": bool(funds_of(staff))}
    return render(request, "supervision/relief/list.html", context)


@require_safe
@staff_only
def assistance_page(request: HttpRequest, assistance_id: int) -> HttpResponse:
    """Show one piece of assistance. Raises Refused not_found."""
    staff = member(request)
    row = assistance_read(staff, assistance_id)
    context = {
        "title": f"帮扶 {row.case.number}",
        "state": shown.assistance_badge(row),
        "facts": shown.assistance_facts(row),
        "buttons": step_buttons(RELIEF_STEPS, row, staff, "supervision:assistance_step"),
        **record_panels(row),
    }
    return render(request, "supervision/relief/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def assistance_step(request: HttpRequest, assistance_id: int, step: str) -> HttpResponse:
    """Take a step of assistance. Raises Refused: not_found, and as the step does."""
    row = assistance_read(member(request), assistance_id)
    return step_page(request, step_named(RELIEF_STEPS, step), row, f"{row.case.number}　{row.get_kind_display()}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def assistance_new(request: HttpRequest) -> HttpResponse:
    """Propose assistance for the case that the address names. Raises Refused: not_found, not_permitted."""
    staff = member(request)
    case = case_of(staff, key_of(request.GET.get("case")) or 0)
    assert_holds(staff, Right.PROPOSE_RELIEF)
    form = ProposeForm(request.POST or None, by=staff)
    return made_page(
        request,
        form,
        f"申请帮扶（{case.number}）",
        lambda typed: propose_assistance(case.pk, by=staff, on=today(), **typed),
    )


@require_safe
@staff_only
def fund_list(request: HttpRequest) -> HttpResponse:
    """List the funds within reach with their balances. Raises Refused not_permitted."""
    staff = member(request)
    assert_works(staff)
    funds = funds_of(staff)
    bound = balances(funds)
    context = {
        "columns": shown.FUND_COLUMNS,
        "lines": [shown.fund_line(fund, bound[fund.pk]) for fund in funds],
        "opens": bool(holdings(staff, Right.APPROVE_RELIEF)),
        "nothing": {"title": "还没有专项资金", "text": "单位负责人在这里设立。", "icon": "book"},
    }
    return render(request, "supervision/relief/funds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def fund_new(request: HttpRequest) -> HttpResponse:
    """Open a fund. Raises Refused not_permitted."""
    staff = member(request)
    assert_holds(staff, Right.APPROVE_RELIEF)
    form = FundForm(request.POST or None, by=staff)
    return made_page(request, form, "设立专项资金", lambda typed: open_fund(by=staff, on=today(), **typed))


@require_safe
@staff_only
def fund_page(request: HttpRequest, fund_id: int) -> HttpResponse:
    """Show one fund: its account and what was paid from it. Raises Refused: not_found, key_broken."""
    staff = member(request)
    fund = fund_read(staff, fund_id)
    context = {
        "title": shown.fund_name(fund),
        "state": shown.fund_badge(fund),
        "facts": shown.fund_facts(fund, balances([fund])[fund.pk]),
        "buttons": step_buttons(FUND_STEPS, fund, staff, "supervision:fund_step"),
        **_lines(request, page_of_assistance(staff, fund=fund, **turn_asked(request.GET))),
        **record_panels(fund),
    }
    return render(request, "supervision/relief/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def fund_step(request: HttpRequest, fund_id: int, step: str) -> HttpResponse:
    """Take a step of a fund. Raises Refused: not_found, and as the step does."""
    fund = fund_read(member(request), fund_id)
    return step_page(request, step_named(FUND_STEPS, step), fund, shown.fund_name(fund))


def _lines(request: HttpRequest, page: Page) -> dict[str, Any]:
    return {
        "columns": shown.ASSISTANCE_COLUMNS,
        "lines": [shown.assistance_line(row) for row in page.rows],
        **page.turns(),
        "nothing": {"title": "没有帮扶", "text": "在信访件页面上申请。", "icon": "people"},
    }
