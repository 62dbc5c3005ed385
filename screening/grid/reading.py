"""The grid of villages by rounds, and of towns by rounds, each with a fixed number of questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from organizations.models import Staff, Unit
from organizations.reach_of_right import units_within
from organizations.roles import Right
from organizations.vocabulary import UnitKind
from screening.grid.cells import Cell, cell_of
from screening.models import GridApproval, Report, Round, ZeroDoubt
from screening.rounds.expected import Tally, counted_reports, tally_counted

COLUMNS = 13


@dataclass(frozen=True)
class VillageRow:
    """One village with a cell for each round."""

    unit: Unit
    cells: list[Cell]


@dataclass(frozen=True)
class TownGrid:
    """The villages of a town by rounds, the newest round first; ``approvals`` by the key of the round."""

    town: Unit
    rounds: list[Round]
    rows: list[VillageRow]
    approvals: dict[int, GridApproval]
    older: str


@dataclass(frozen=True)
class DistrictGrid:
    """The towns by rounds: of each how many reported."""

    rounds: list[Round]
    rows: list[tuple[Unit, list[Tally]]]
    older: str


def rounds_until(district: int | None, until: date | None) -> tuple[list[Round], str]:
    """Return the newest ordinary rounds of villages that began by a day, and the day before which older ones began."""
    rows = Round.objects.filter(district=district, kind=UnitKind.VILLAGE, theme=None)
    rows = rows.filter(first_day__lte=until) if until else rows
    found = list(rows.order_by("-first_day", "-pk")[: COLUMNS + 1])
    older = found[COLUMNS].first_day.isoformat() if len(found) > COLUMNS else ""
    return found[:COLUMNS], older


def towns_of(staff: Staff) -> list[Unit]:
    """Return the towns whose grids a person may see; who belongs to one village sees no grid."""
    reached = units_within(staff, Right.READ_SCREENING, below=True)
    return list(Unit.objects.filter(reached, kind=UnitKind.TOWN).order_by("path"))


def town_grid(staff: Staff, town: Unit, on: date, until: date | None = None) -> TownGrid:
    """Return the villages of a town by rounds: five questions, however many villages and years there are."""
    rounds, older = rounds_until(town.district_id, until)
    kept = Q(valid_to=None) | Q(valid_to__gt=rounds[-1].first_day) if rounds else Q(valid_to=None)
    units = list(Unit.objects.below(town).filter(kept, kind=UnitKind.VILLAGE).order_by("path"))
    rows = Report.objects.readable_by(staff).filter(round__in=rounds, unit__in=units, current=True)
    reports = {(row.unit_id, row.round_id): row for row in rows.only(*_CELL)}
    zeros = [row.pk for row in reports.values() if row.zero]
    doubts = set(ZeroDoubt.objects.readable_by(staff).filter(report__in=zeros).values_list("report", flat=True))
    approved = GridApproval.objects.readable_by(staff).filter(unit=town, round__in=rounds).select_related("approved_by")
    return TownGrid(
        town, rounds, _rows(units, rounds, reports, doubts, on), {row.round_id: row for row in approved}, older
    )


_CELL = ("unit", "round", "zero", "late")


def _rows(
    units: Sequence[Unit],
    rounds: Sequence[Round],
    reports: Mapping[tuple[int, int], Report],
    doubts: set[int],
    on: date,
) -> list[VillageRow]:
    rows = []
    for unit in units:
        cells = []
        for round_ in rounds:
            report = reports.get((unit.pk, round_.pk))
            doubtful = report is not None and report.pk in doubts
            cells.append(cell_of(unit, round_, report, doubtful=doubtful, on=on))
        rows.append(VillageRow(unit, cells))
    return rows


def district_grid(staff: Staff, towns: Sequence[Unit], until: date | None = None) -> DistrictGrid:
    """Return the towns by rounds: what was reported is counted by the database, who owes from the dates of the villages."""
    rounds, older = rounds_until(staff.unit.district_id, until)
    villages: dict[int, list[Unit]] = {}
    for unit in Unit.objects.filter(district=staff.unit.district_id, kind=UnitKind.VILLAGE):
        villages.setdefault(unit.parent_id or 0, []).append(unit)
    reports = Report.objects.readable_by(staff).filter(round__in=rounds)
    counted = {(row["unit__parent"], row["round"]): row for row in counted_reports(reports, "unit__parent", "round")}
    rows = []
    for town in towns:
        there = villages.get(town.pk, [])
        tallies = [tally_counted(there, round_, counted.get((town.pk, round_.pk))) for round_ in rounds]
        rows.append((town, tallies))
    return DistrictGrid(rounds, rows, older)
