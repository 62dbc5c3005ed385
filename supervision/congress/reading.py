"""Reports to congress and conference as a person may read them."""

from datetime import date
from typing import Any

from django.db.models import F

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models.congress import CongressReport, CongressReportQuerySet
from supervision.words.congress import ReportedTo, ReportState

BY_DAY_REPORTED = Order("reported_on", descending=True, label="报告日期（新的在前）")
TONES = {ReportState.REPORTED: "new", ReportState.REMARKED: "moving", ReportState.REPLIED: "closed"}


def readable(staff: Staff) -> CongressReportQuerySet:
    """Return the reports that a person may read."""
    rows: CongressReportQuerySet = CongressReport.objects.readable_by(staff)
    return rows


def writes_down(staff: Staff) -> bool:
    """Tell whether a person writes down such reports."""
    return bool(holdings(staff, Right.CONVENE))


def to_reply(staff: Staff, _on: date) -> CongressReportQuerySet:
    """Return the reports of a person's units to which a remark waits for a reply."""
    units = [grant.unit_id for _, grant in holdings(staff, Right.CONVENE)]
    return readable(staff).filter(unit__in=units, state=ReportState.REMARKED)


def page_of_reports(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of reports, the newest first. Raises Refused: key_broken, one_direction."""
    rows = readable(staff).select_related("unit").annotate(place=F("reported_on"))
    return page_by(BY_DAY_REPORTED, rows, after=after, before=before, size=size)


def report_of(staff: Staff, report_id: int) -> CongressReport:
    """Return a report that a person may read. Raises Refused not_found."""
    rows = readable(staff).select_related("unit", "reported_by").prefetch_related("remarks")
    found: CongressReport | None = rows.filter(pk=report_id).first()
    if found is None:
        raise record_not_found()
    return found


def report_line(report: CongressReport) -> dict[str, Any]:
    """Return a report as lists show it."""
    state = ReportState(report.state)
    return {
        "url": report.get_absolute_url(),
        "title": report.title,
        "to": ReportedTo(report.to).label,
        "unit": report.unit.name,
        "reported_on": report.reported_on,
        "state": {"label": state.label, "tone": TONES[state]},
    }
