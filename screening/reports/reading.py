"""What a person has to report, and what was reported, within his reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from cases.lists.paging import Order, Page, page_by
from organizations.models import Staff, Unit
from organizations.recording import record_not_found
from organizations.vocabulary import DEPARTMENTS, UnitKind
from screening.models import GridApproval, Report, Round
from screening.models.words import RoundState
from screening.people import own_units

LATEST = Order("reported_on", descending=True, label="填报日期（新的在前）")
# How long after its end a round that was not reported stands before who owes it.
_SHOWN_AFTER = timedelta(days=35)


@dataclass(frozen=True)
class Owed:
    """One round of one unit, and the report that stands for it now."""

    unit: Unit
    round: Round
    report: Report | None


def owed_by(units: Iterable[Unit], on: date) -> list[Owed]:
    """Return what these units report now: what is running first, then what they did not report lately: three queries."""
    units = list(units)
    if not units:
        return []
    rounds = list(_lately({unit.district_id for unit in units}, on))
    rows = Report.objects.filter(unit__in=units, round__in=rounds, current=True).select_related("reported_by")
    reports = {(report.unit_id, report.round_id): report for report in rows}
    owed = [
        Owed(unit, round_, reports.get((unit.pk, round_.pk)))
        for unit in units
        for round_ in rounds
        if round_.expects(unit)
    ]
    shown = [each for each in owed if each.report is None or each.round.last_day >= on]
    return sorted(shown, key=lambda each: (each.report is not None, each.round.due_on < on, each.round.due_on))


def _lately(districts: set[int | None], on: date) -> QuerySet[Round]:
    rows = Round.objects.filter(district__in=districts, first_day__lte=on, last_day__gte=on - _SHOWN_AFTER)
    return rows.select_related("theme").order_by("due_on", "pk")


def to_report(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the running rounds that a unit of this person has not reported in."""
    units = own_units(staff)
    kinds = {UnitKind.DEPARTMENT if unit.kind in DEPARTMENTS else UnitKind(unit.kind) for unit in units}
    rows = Round.objects.readable_by(staff).filter(state=RoundState.OPEN, kind__in=kinds, first_day__lte=on)
    done = Report.objects.filter(current=True, unit__in=[unit.pk for unit in units], round=OuterRef("pk"))
    return rows.filter(~Exists(done))


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
