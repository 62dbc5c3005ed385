"""What a person has to report, and what was reported, within his reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from cases.lists.paging import Order, Page, page_by
from organizations.models import Staff, Unit
from organizations.recording import record_not_found
from screening.models import GridApproval, Report, Round
from screening.models.words import RoundState

LATEST = Order("reported_on", descending=True, label="填报日期（新的在前）")


@dataclass(frozen=True)
class Owed:
    """One round of one unit, and the report that stands for it now."""

    unit: Unit
    round: Round
    report: Report | None


def owed_by(units: Iterable[Unit], on: date) -> list[Owed]:
    """Return the rounds that these units report in now, the oldest first, and those they did not report before: three queries."""
    units = list(units)
    if not units:
        return []
    rounds = list(_running({unit.district_id for unit in units}, on))
    reports = {
        (report.unit_id, report.round_id): report
        for report in Report.objects.filter(unit__in=units, round__in=rounds, current=True).select_related(
            "reported_by"
        )
    }
    return [
        Owed(unit, round_, reports.get((unit.pk, round_.pk)))
        for unit in units
        for round_ in rounds
        if round_.expects(unit)
    ]


def _running(districts: set[int | None], on: date) -> QuerySet[Round]:
    rows = Round.objects.filter(Q(state=RoundState.OPEN) | Q(last_day__gte=on), district__in=districts)
    return rows.select_related("theme").order_by("due_on", "pk")


def report_of(staff: Staff, key: int) -> Report:
    """Return a report that a person may read. Raises Refused not_found."""
    rows = Report.objects.readable_by(staff).select_related("unit", "round__theme", "reported_by", "corrects")
    found: Report | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def page_of_reports(staff: Staff, *, after: str = "", before: str = "", **narrowed: Any) -> Page:
    """Return a page of the reports within reach, the latest first. Raises Refused: key_broken, one_direction."""
    rows = Report.objects.readable_by(staff).select_related("unit", "round", "reported_by").filter(**narrowed)
    return page_by(LATEST, rows.annotate(place=F("reported_on")), after=after, before=before)


def approval_of(staff: Staff, key: int) -> GridApproval:
    """Return an approval that a person may read. Raises Refused not_found."""
    found: GridApproval | None = (
        GridApproval.objects.readable_by(staff).select_related("unit", "round", "approved_by").filter(pk=key).first()
    )
    if found is None:
        raise record_not_found()
    return found


def current_report(unit: Unit, round_: Round) -> Report | None:
    """Return the report of a unit that stands for a round now."""
    return Report.objects.filter(unit=unit, round=round_, current=True).first()
