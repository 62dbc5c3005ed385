"""Who owes a report of a round, and how many of them have reported: a rate is never above 100 %."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from organizations.models import Unit
from organizations.models.units import UnitQuerySet
from screening.models import Report, Round


@dataclass(frozen=True)
class Tally:
    """How a round stands among units: only units that owe a report are counted, each once."""

    expected: int = 0
    on_time: int = 0
    late: int = 0
    zero: int = 0

    @property
    def missing(self) -> int:
        """Return how many have not reported."""
        return self.expected - self.on_time - self.late

    @property
    def rate(self) -> float | None:
        """Return the share reported in time, 0 to 1, None where nobody owed anything."""
        return self.on_time / self.expected if self.expected else None


def expected_units(round_: Round) -> UnitQuerySet:
    """Return the units that owe a report: there on the first day of the round, and still on the day it is due."""
    there = Unit.objects.filter(district=round_.district_id, kind__in=round_.kinds)
    return there.valid_on(round_.first_day).filter(Q(valid_to=None) | Q(valid_to__gt=round_.due_on))


def tally(expected: Iterable[int], reports: Iterable[Report]) -> Tally:
    """Count the current reports of one round among the units that owe one; who reports without owing is not counted."""
    owing = set(expected)
    found = {report.unit_id: report for report in reports if report.current and report.unit_id in owing}
    late = sum(report.late for report in found.values())
    zero = sum(report.zero for report in found.values())
    return Tally(len(owing), len(found) - late, late, zero)


def counted_reports(rows: QuerySet[Any], *by: str) -> QuerySet[Any, dict[str, Any]]:
    """Let the database count the current reports of units that owe one, by these columns: {sent, late_ones, zeros}."""
    owing = Q(unit__valid_to=None) | Q(unit__valid_to__gt=F("round__due_on"))
    counted: QuerySet[Any, dict[str, Any]] = (
        rows.filter(owing, current=True, unit__valid_from__lte=F("round__first_day"))
        .order_by()
        .values(*by)
        .annotate(sent=Count("pk"), late_ones=Count("pk", filter=Q(late=True)), zeros=Count("pk", filter=Q(zero=True)))
    )
    return counted


def tally_counted(units: Iterable[Unit], round_: Round, counted: Mapping[str, int] | None) -> Tally:
    """Return how a round stands among units, by what `counted_reports` has counted of them."""
    expected = sum(round_.expects(unit) for unit in units)
    if counted is None:
        return Tally(expected)
    late = counted["late_ones"]
    return Tally(expected, counted["sent"] - late, late, counted["zeros"])
