"""Pages of case ownership: the list, a new sheet, one sheet, a step of it, and 我的包案 for a phone."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.counting import capped_count
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.ownership.forms import MakeForm
from supervision.ownership.making import make_sheet
from supervision.ownership.presenting import card_of, line_of, sheet_page
from supervision.ownership.reading import Shown, my_sheets, page_of_sheets, read_sheet, sheets
from supervision.ownership.steps import Step, sheet_of, step_of, take
from supervision.rights import assert_manages, assert_reads

_COLUMNS = [
    {"label": "编号", "kind": "wide"},
    {"label": "包案领导", "kind": "narrow"},
    {"label": "实质解决", "kind": "narrow"},
    {"label": "时限", "kind": "date"},
    {"label": "状态", "kind": "narrow"},
]
_NOTHING = {"title": "没有这样的包案", "text": "在信访件页面上“确定包案”，或者从上面换一种列法。", "icon": "flag"}


@require_safe
@staff_only
def ownerships(request: HttpRequest) -> HttpResponse:
    """List the sheets within reach, the soonest limit first. Raises Refused: not_permitted, key_broken."""
    staff, on = assert_reads(member(request)), today()
    asked, mine = request.GET.get("show", ""), request.GET.get("mine") == "1"
    shown = next((each for each in Shown if each.value == asked), Shown.OPEN)
    rows = sheets(staff, shown, on, mine=mine)
    page = page_of_sheets(rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    kept = {"show": shown.value, **({"mine": "1"} if mine else {})}
    context = {
        "tabs": [{"label": each.label, "url": _with(kept, show=each.value), "active": each is shown} for each in Shown],
        "whose": [
            {"label": "全部", "url": f"?show={shown.value}", "active": not mine},
            {"label": "我包的、我负责的", "url": _with(kept, mine="1"), "active": mine},
        ],
        "lines": [line_of(sheet, on) for sheet in page.rows],
        "columns": _COLUMNS,
        "nothing": _NOTHING,
        "pager": {
            "count": capped_count(rows),
            "next_url": _with(kept, after=page.after) if page.after else None,
            "previous_url": _with(kept, before=page.before) if page.before else None,
        },
        "makes": bool(holdings(staff, Right.MANAGE_OWNERSHIP)),
    }
    return render(request, "supervision/ownership/list.html", context)


def _with(kept: dict[str, str], **more: str) -> str:
    return f"?{urlencode({**kept, **more})}"


@require_safe
@staff_only
def my_ownerships(request: HttpRequest) -> HttpResponse:
    """Show what a person owns or answers for, on a phone: the next date first."""
    staff, on = assert_reads(member(request)), today()
    return render(
        request, "supervision/ownership/mine.html", {"cards": [card_of(each, staff, on) for each in my_sheets(staff)]}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def ownership_new(request: HttpRequest) -> HttpResponse:
    """Let a leader own a case. Raises Refused not_permitted."""
    staff = assert_manages(member(request))
    posted = request.POST if request.method == "POST" else None
    form = MakeForm(posted, initial={"number": request.GET.get("number", "")[:40]})
    context: dict[str, Any] = {"title": "确定包案", "form": form, "back_url": reverse("supervision:ownerships")}
    if posted is None:
        return render(request, _FORM, context)
    if not form.is_valid():
        return render(request, _FORM, context, status=422)
    try:
        sheet = make_sheet(**form.cleaned_data, by=staff)
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)
    messages.success(request, f"{sheet.case.number}由{sheet.leader.name}包案，等候本人确认。")
    return redirect(sheet)


_FORM = "supervision/ownership/form.html"


@require_safe
@staff_only
def ownership(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Show one sheet with its plan, progress and history. Raises Refused not_found."""
    staff = member(request)
    sheet = sheet_of(staff, sheet_id)
    context = {**sheet_page(read_sheet(staff, sheet), staff, today()), **record_panels(sheet)}
    return render(request, "supervision/ownership/sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def ownership_step(request: HttpRequest, sheet_id: int, sheet_step: str) -> HttpResponse:
    """Ask for a step of a sheet, and take it. Raises Refused not_found."""
    staff = member(request)
    sheet, asked = sheet_of(staff, sheet_id), step_of(sheet_step)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = asked.form(*posted, sheet=sheet, by=staff)
    context = {**_form_of(asked), "form": form, "back_url": sheet.get_absolute_url()}
    if not posted:
        return render(request, _FORM, {**context, "refused": asked.move.refusal(sheet, staff, today())})
    if not form.is_valid():
        return render(request, _FORM, context, status=422)
    try:
        done = take(asked, sheet, form, staff)
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)
    messages.success(request, f"已{asked.label}。")
    return redirect(done)


def _form_of(step: Step) -> dict[str, Any]:
    return {"title": step.label, "hint": step.hint, "grave": step.grave}
