"""机构改革: registered after a preview, approved by another officer, taken back before its day."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.reforms import ReformForm
from cases.forms.unit_choices import offer_units
from cases.reading.succession import preview_of_reform
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import may
from organizations.models import Reform, Staff
from organizations.reforms import approve_reform, cancel_reform, reforms_of, register_reform
from organizations.roles import Right
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member

_UNITS = ("unit", "successor")
MOST_LISTED = 100


@require_safe
@staff_only
def reforms(request: HttpRequest) -> HttpResponse:
    """List the reforms of the district. Raises Refused not_permitted."""
    staff = member(request)
    lines = [_line(each, staff) for each in reforms_of(staff)[:MOST_LISTED]]
    may_register = may(staff, Right.MANAGE_UNITS, at=staff.unit.district or staff.unit)
    return render(request, "cases/reforms.html", {"lines": lines, "may_register": may_register})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def new_reform(request: HttpRequest) -> HttpResponse:
    """Say what a reform would move, then register it. Raises Refused as `register_reform`."""
    staff = assert_manager(member(request))
    form = ReformForm(request.POST or None, by=staff)
    context = {"form": form, "rows": _rows(form)}
    if request.method != "POST":
        return render(request, "cases/reform_form.html", context)
    if not form.is_valid():
        return render(request, "cases/reform_form.html", context, status=422)
    try:
        return _previewed_or_registered(request, staff, form, context)
    except Refused as refused:
        page = render(request, "cases/reform_form.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)


@require_POST
@staff_only
def approve(request: HttpRequest, reform_id: int) -> HttpResponse:
    """Approve a reform. Raises Refused as `approve_reform`."""
    found = approve_reform(reform_id, by=member(request), on=today())
    messages.success(request, f"已核准：{found.on}起“{found.unit.name}”的职责由“{found.successor.name}”承接。")
    return redirect("cases:reforms")


@require_POST
@staff_only
def cancel(request: HttpRequest, reform_id: int) -> HttpResponse:
    """Take a reform back. Raises Refused as `cancel_reform`."""
    found = cancel_reform(reform_id, by=member(request), on=today())
    messages.success(request, f"已撤回，“{found.unit.name}”照常存在。")
    return redirect("cases:reforms")


def _previewed_or_registered(
    request: HttpRequest, staff: Staff, form: ReformForm, context: dict[str, Any]
) -> HttpResponse:
    typed = form.arguments()
    if "confirm" in request.POST and request.POST.get("shown") == form.asked:
        made = register_reform(**typed, by=staff, on=today())
        messages.success(request, f"已登记“{made.unit.name}”的撤销，等候安全管理员核准。")
        return redirect("cases:reforms")
    preview = preview_of_reform(typed["unit"], typed["successor"], typed["effective"])
    return render(request, "cases/reform_form.html", {**context, "preview": preview, "shown": form.asked})


def _rows(form: ReformForm) -> list[dict[str, Any]]:
    for name in _UNITS:
        offer_units(form[name], form.by, "")
    return [
        {"field": field, "picker": reverse("unit_options") if field.name in _UNITS else ""}
        for field in form.visible_fields()
    ]


def _line(reform: Reform, staff: Staff) -> dict[str, Any]:
    waits = reform.approved_by_id is None and reform.cancelled_on is None
    return {
        "reform": reform,
        "standing": reform.standing,
        "approvable": waits and may(staff, Right.APPROVE_GRANTS, at=reform.unit),
        "cancellable": reform.taken_on is None and reform.cancelled_on is None,
    }
