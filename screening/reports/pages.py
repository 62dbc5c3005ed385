"""排查 on a phone: what is owed, one tap where nothing happened; one report; a town's approval of its grid."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.lists.turns import turn_asked
from cases.record_steps import step_named, step_page
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from screening.models import Round
from screening.models.words import ReportSource
from screening.people import assert_reads, own_units, round_at, unit_at
from screening.reports import presenting as shown
from screening.reports.actions import groups_of, is_proxy, report_round
from screening.reports.approving import approve_grid
from screening.reports.forms import APPROVAL_STEPS, ReportForm
from screening.reports.reading import approval_of, owed_by, page_of_reports, report_of

_ONE = "screening/report.html"


@require_safe
@staff_only
def home(request: HttpRequest) -> HttpResponse:
    """Show what this person has to report, oldest first, and how he files a dispute. Raises Refused not_permitted."""
    staff, on = assert_reads(member(request)), today()
    units = own_units(staff)
    context = {"cards": shown.owed_cards(owed_by(units, on), on), "name": staff.name, "reports": bool(units)}
    return render(request, "screening/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def report(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """Report a round for a unit, one's own or on the phone for another. Raises Refused not_found."""
    staff = member(request)
    round_, unit = round_at(staff, round_id), unit_at(staff, unit_id, Right.REPORT_SCREENING)
    form = form_of(staff, round_, unit, request.POST if request.method == "POST" else None)
    context = {"form": form, "round": round_, "unit": unit, "lead": shown.under_the_name_of(staff, round_)}
    if request.method != "POST":
        return render(request, _ONE, context)
    if not form.is_valid():
        return render(request, _ONE, context, status=422)
    try:
        made = report_round(
            round_, unit, form.said(ReportSource.PAGE), client_id=form.cleaned_data["client_id"], by=staff
        )
    except Refused as refused:
        return RefusedAnswer(render(request, _ONE, {**context, "refused": refused}).content, refused)
    messages.success(request, f"已报：{unit.short_name}{round_.label}，{shown.report_badge(made)['label']}。")
    return redirect("screening:home" if unit in own_units(staff) else "screening:grid")


def form_of(staff: Staff, round_: Round, unit: Unit, data: Any, **more: Any) -> ReportForm:
    """Return the form of a report: both doors read it."""
    own = not is_proxy(unit, staff)
    return ReportForm(data, by=staff, round_=round_, groups=groups_of(unit, today()), own=own, **more)


@require_safe
@staff_only
def report_list(request: HttpRequest) -> HttpResponse:
    """List the reports within reach. Raises Refused: not_permitted, key_broken."""
    page = page_of_reports(assert_reads(member(request)), **turn_asked(request.GET))
    context = {
        "title": "排查报告",
        "columns": shown.REPORT_COLUMNS,
        "lines": [shown.report_line(row) for row in page.rows],
        "nothing": {"title": "还没有报告", "text": "各单位填报以后列在这里。", "icon": "list"},
        **page.turns(),
    }
    return render(request, "screening/list.html", context)


@require_safe
@staff_only
def report_page(request: HttpRequest, screening_report_id: int) -> HttpResponse:
    """Show one report. Raises Refused not_found."""
    row = report_of(member(request), screening_report_id)
    context = {
        "title": f"{row.unit.short_name} {row.round.label}",
        "state": shown.report_badge(row),
        "facts": shown.report_facts(row),
        **record_panels(row),
    }
    return render(request, "screening/record.html", context)


@require_POST
@staff_only
def approve(request: HttpRequest, round_id: int, unit_id: int) -> HttpResponse:
    """Approve the grid of a town. Raises Refused: not_found, and as `approve_grid`."""
    staff = member(request)
    town = unit_at(staff, unit_id, Right.CHECK_SCREENING)
    made = approve_grid(round_at(staff, round_id), town, by=staff)
    messages.success(request, f"已审核锁定：应报{made.expected}，按时{made.on_time}，迟报{made.late}。")
    return redirect(made.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def approval_step(request: HttpRequest, approval_id: int, step: str) -> HttpResponse:
    """Open an approved round again. Raises Refused: not_found, and as the step does."""
    row = approval_of(member(request), approval_id)
    return step_page(request, step_named(APPROVAL_STEPS, step), row, f"{row.unit.name}，{row.round.label}")
