"""The pages of reports to congress and conference."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.congress.forms import STEPS
from supervision.congress.reading import page_of_reports, report_line, report_of, writes_down
from supervision.models.congress import CongressReport
from supervision.tasks.steps import step_cards

NOTHING = {"title": "还没有登记报告", "text": "向人大常委会、政协的报告和他们的意见登记在这里。", "icon": "book"}


@require_safe
@staff_only
def report_list(request: HttpRequest) -> HttpResponse:
    """List the reports. Raises Refused key_broken."""
    staff, asked = member(request), request.GET
    page = page_of_reports(staff, after=asked.get("after", ""), before=asked.get("before", ""))
    context = {
        "lines": [report_line(report) for report in page.rows],
        "convenes": writes_down(staff),
        "nothing": NOTHING,
        **page.turns(),
    }
    return render(request, "supervision/congress/list.html", context)


@require_safe
@staff_only
def report_page(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show one report with the remarks and replies. Raises Refused not_found."""
    return shown(request, report_of(member(request), report_id))


def shown(
    request: HttpRequest, report: CongressReport, *, bound: Any = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a report that was read."""
    context = {
        "report": report,
        "line": report_line(report),
        "remarks": list(report.remarks.all()),
        "steps": step_cards(report, STEPS, member(request), today(), bound),
        "refused": refused,
        **record_panels(report),
    }
    return render(request, "supervision/congress/report.html", context, status=status)
