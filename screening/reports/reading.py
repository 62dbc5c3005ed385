"""What a person has to report, and what was reported, within his reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from cases.lists.paging import Order, Page, page_by
from law.errors import Refused
from organizations.authority import holdings, may
from organizations.models import Staff, Unit
from organizations.recording import record_not_found
from organizations.roles import Right
from organizations.vocabulary import DEPARTMENTS, UnitKind
from screening.models import GridApproval, Report, Round
from screening.models.words import RoundState

LATEST = Order("reported_on", descending=True, label="填报日期（新的在前）")
_REPORT = (UnitKind.VILLAGE, UnitKind.TOWN, *DEPARTMENTS)


@dataclass(frozen=True)
class Owed:
    """One round of one unit, and the report that stands for it now."""

    unit: Unit
    round: Round
    report: Report | None


def own_units(staff: Staff) -> list[Unit]:
    """Return the units that a person reports for himself; those below his town he reports for on the phone."""
    units = {grant.unit.pk: grant.unit for _, grant in holdings(staff, Right.REPORT_SCREENING)}
    return [unit for unit in units.values() if unit.kind in _REPORT]


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


def round_at(staff: Staff, key: int) -> Round:
    """Return a round of a person's district. Raises Refused not_found."""
    found = Round.objects.select_related("theme").filter(pk=key, district=staff.unit.district_id).first()
    if found is None or not holdings(staff, Right.READ_SCREENING):
        raise record_not_found()
    return found


def unit_at(staff: Staff, key: int, right: Right) -> Unit:
    """Return a unit within a person's reach for a right. Raises Refused not_found."""
    unit = Unit.objects.select_related("parent", "successor").filter(pk=key).first()
    if unit is None or not may(staff, right, at=unit):
        raise record_not_found()
    return unit


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


def assert_reads(staff: Staff) -> Staff:
    """Let only who reads screening go on, and return that person. Raises Refused not_permitted."""
    if not holdings(staff, Right.READ_SCREENING):
        raise Refused("not_permitted", "您的角色不能查看矛盾纠纷排查。可在“权限一览”查看谁可以办理。")
    return staff


def current_report(unit: Unit, round_: Round) -> Report | None:
    """Return the report of a unit that stands for a round now."""
    return Report.objects.filter(unit=unit, round=round_, current=True).first()


def reports_anywhere(staff: Staff) -> bool:
    """Tell whether a person reports for any unit."""
    return bool(holdings(staff, Right.REPORT_SCREENING))


def assert_reports(staff: Staff) -> Staff:
    """Let only who reports somewhere go on, and return that person. Raises Refused not_permitted."""
    if not reports_anywhere(staff):
        raise Refused("not_permitted", "您的角色不能填报排查。可在“权限一览”查看谁可以办理。")
    return staff
