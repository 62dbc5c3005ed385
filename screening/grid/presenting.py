"""The grid, the weekly sheet and warnings as pages show them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kit.addresses import address_of
from kit.days import day_words
from organizations.models import Unit
from screening.disputes import presenting as disputes
from screening.grid.cells import SIGNS, Cell, CellState, count_of
from screening.grid.reading import DistrictGrid, TownGrid
from screening.models import Dispute, EarlyWarning, GridApproval, Round
from screening.models.words import ApprovalState, DisputeKind, WarningState, Way
from screening.rounds.expected import Tally

LEGEND = [{"sign": SIGNS[state], "label": state.label, "css": state.value} for state in CellState]
WARNING_COLUMNS = [
    {"label": "村（社区）"},
    {"label": "类型"},
    {"label": "件数、人数"},
    {"label": "预警日期", "kind": "date"},
    {"label": "状态", "kind": "narrow"},
    {"label": "措施", "kind": "wide"},
]
SHEET_COLUMNS = [*disputes.COLUMNS, {"label": "研判意见"}]


def column_heads(rounds: list[Round]) -> list[dict[str, str]]:
    """Return the heads of the columns: a short day, and the whole label for the pointer."""
    return [{"short": f"{each.first_day:%m.%d}", "label": f"{each.label}，{each.due_on}应报"} for each in rounds]


def town_rows(grid: TownGrid) -> list[dict[str, Any]]:
    """Return the rows of a town's grid: the village, its cells, how often it is missing."""
    return [
        {
            "name": row.unit.short_name,
            "cells": [_cell(row.unit, round_, cell) for round_, cell in zip(grid.rounds, row.cells, strict=True)],
            "missing": count_of(row.cells, CellState.MISSING),
        }
        for row in grid.rows
    ]


def _cell(unit: Unit, round_: Round, cell: Cell) -> dict[str, str]:
    url = ""
    if cell.report:
        url = address_of("screening:report_page", cell.report)
    elif cell.state in (CellState.MISSING, CellState.WAITING):
        url = address_of("screening:report", round_.pk, unit.pk)
    said = f"{unit.short_name}，{round_.label}：{cell.state.label}"
    return {"sign": SIGNS[cell.state], "css": cell.state.value, "url": url, "said": said}


def town_totals(grid: TownGrid) -> list[dict[str, Any]]:
    """Return the foot of a town's grid: what a round came to, and whether it is approved, or can be."""
    found = []
    for place, round_ in enumerate(grid.rounds):
        cells = [row.cells[place] for row in grid.rows]
        owed = len(cells) - count_of(cells, CellState.NOT_OWED)
        approval = grid.approvals.get(round_.pk)
        found.append(
            {
                "label": round_.label,
                "due": f"{round_.due_on:%m-%d}",
                "said": f"应报{owed}，未报{count_of(cells, CellState.MISSING) + count_of(cells, CellState.WAITING)}，"
                f"迟报{count_of(cells, CellState.LATE)}，存疑{count_of(cells, CellState.DOUBT)}",
                **_approval(grid.town, round_, approval),
            }
        )
    return found


def _approval(town: Unit, round_: Round, approval: GridApproval | None) -> dict[str, str]:
    if approval and approval.state == ApprovalState.APPROVED:
        return {
            "approved": f"{approval.approved_by.name}{day_words(approval.approved_on)}审核锁定",
            "reopen_url": reverse("screening:approval_step", args=[approval.pk, "reopen"]),
        }
    return {"approve_url": reverse("screening:approve", args=[round_.pk, town.pk])}


def district_rows(grid: DistrictGrid) -> list[dict[str, Any]]:
    """Return the rows of the district's grid: of each town how many reported in time of those that owed it."""
    return [
        {
            "name": town.short_name,
            "url": f"?{urlencode({'town': town.pk})}",
            "cells": [_told(each) for each in tallies],
            "missing": sum(each.missing for each in tallies),
        }
        for town, tallies in grid.rows
    ]


def _told(each: Tally) -> dict[str, str]:
    said = f"应报{each.expected}，按时{each.on_time}，迟报{each.late}，未报{each.missing}，零报告{each.zero}"
    css = "on_time" if not each.missing and not each.late else "missing" if each.missing else "late"
    return {
        "sign": f"{each.on_time + each.late}/{each.expected}",
        "css": css if each.expected else "not_owed",
        "said": said,
        "url": "",
    }


def sheet_line(row: Dispute, on: date, ways: Mapping[int, tuple[date, str]]) -> dict[str, Any]:
    """Return an open dispute of the weekly sheet, with what was decided last."""
    line = disputes.line(row, on)
    decided = ways.get(row.pk)
    told = {"text": Way(decided[1]).label, "sub": f"{decided[0]:%m-%d}"} if decided else {"text": "待研判"}
    return {**line, "cells": [*line["cells"], {"label": "研判意见", **told}]}


def warning_badge(row: EarlyWarning) -> dict[str, str]:
    """Return the badge of a warning."""
    state = WarningState(row.state)
    return {"label": state.label, "tone": "new" if state is WarningState.WAITING else "closed"}


def warning_line(row: EarlyWarning) -> dict[str, Any]:
    """Return a warning as a row of components/lines.html."""
    act_by = f"{row.act_by:%Y-%m-%d}前" if row.act_by else ""
    cells: list[dict[str, Any]] = [
        {"text": row.village.short_name},
        {"text": DisputeKind(row.kind).label},
        {"text": f"{row.reports}起{row.people}人"},
        {"text": f"{row.drawn_on:%Y-%m-%d}", "sub": f"{row.answer_by:%m-%d}前答复"},
        {"state": warning_badge(row)},
        {"text": row.measure, "sub": act_by},
    ]
    named = [{"label": column["label"], **cell} for column, cell in zip(WARNING_COLUMNS, cells, strict=True)]
    return {"url": address_of("screening:warning", row.pk), "cells": named}


def warning_facts(row: EarlyWarning) -> list[dict[str, Any]]:
    """Return a warning as components/definitions.html shows it."""
    facts = (
        ("村（社区）", row.village.name),
        ("类型", DisputeKind(row.kind).label),
        ("预警", f"{day_words(row.drawn_on)}，{row.reports}起，牵涉{row.people}人"),
        ("答复期限", day_words(row.answer_by)),
        ("措施", row.measure),
        ("完成日期", day_words(row.act_by)),
        ("答复", f"{day_words(row.answered_on)}，{row.answered_by.name}" if row.answered_by else ""),
    )
    return [{"label": label, "value": value} for label, value in facts if value]
