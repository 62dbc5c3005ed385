"""A ledger of disputes as another system exports it: read line by line by its heads, entered as a whole or not at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction

from kit.day_field import DayField
from law.errors import Refused
from law.matters import Tier
from organizations.models import Staff, Unit
from organizations.reach_of_right import units_within
from organizations.roles import Right
from organizations.vocabulary import UnitKind
from screening.disputes.filing import DisputeInput, file_dispute
from screening.models import Dispute, Report, Round
from screening.models.words import DisputeKind, DisputeSource, ReportSource
from screening.reports.actions import ReportInput, report_round
from screening.reports.reading import current_report

# Rows are told apart by what they say, so that the same file twice is the same disputes.
_SPACE = UUID("7d2f4a52-5a1e-4c0b-9c57-0f6b7a3d8e11")
HEADS: Mapping[str, tuple[str, ...]] = {
    "found_on": ("排查日", "排查日期", "日期", "发现日期"),
    "village": ("村（社区）", "村", "村社区", "所属村", "排查单位"),
    "group": ("组", "小组", "村民小组"),
    "kind": ("类型", "纠纷类型"),
    "households": ("户数", "当事人户数"),
    "people": ("人数", "当事人人数", "涉及人数"),
    "facts": ("主要情况", "简要情况", "基本情况", "内容"),
    "measures": ("措施", "已采取的措施"),
}
_NEEDED = ("found_on", "village", "facts")
_NOTHING = ("无", "零报告", "本期无情况", "各组均无")
MOST_LINES = 1000
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class SheetLine:
    """One line that was understood; ``nothing``: the unit reports that nothing happened."""

    number: int
    unit: Unit
    found_on: date
    said: DisputeInput | None
    key: UUID

    @property
    def nothing(self) -> bool:
        """Tell whether this line is a zero report."""
        return self.said is None


@dataclass
class Sheet:
    """What a sheet holds, and every fault, line by line."""

    lines: list[SheetLine] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_sheet(text: str, by: Staff, on: date) -> Sheet:
    """Read the lines of a ledger, the cells apart by tabs; the first line names the columns."""
    rows = [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    sheet = Sheet()
    if not rows or len(rows) > MOST_LINES + 1:
        sheet.faults.append(f"请给出表头和1至{MOST_LINES}行。")
        return sheet
    places = _places(rows[0][1])
    if lacking := [HEADS[name][0] for name in _NEEDED if name not in places]:
        sheet.faults.append(f"第1行应是表头，还缺这些列：{'、'.join(lacking)}。")
        return sheet
    units = _units(by)
    for number, cells in rows[1:]:
        typed = {name: cells[place].strip() if place < len(cells) else "" for name, place in places.items()}
        try:
            sheet.lines.append(_line(number, typed, units, on))
        except Refused as refused:
            sheet.faults.append(f"第{number}行：{refused.message}")
    return sheet


def _places(heads: Sequence[str]) -> dict[str, int]:
    plain = [re.sub(r"[\s*（）()]", "", head) for head in heads]
    found: dict[str, int] = {}
    for name, known in HEADS.items():
        wanted = {re.sub(r"[（）]", "", each) for each in known}
        place = next((place for place, head in enumerate(plain) if head in wanted), None)
        if place is not None:
            found[name] = place
    return found


def _units(by: Staff) -> dict[str, Unit]:
    rows = Unit.objects.filter(units_within(by, Right.REPORT_SCREENING), kind=UnitKind.VILLAGE)
    return {name: unit for unit in rows for name in (unit.name, unit.short_name)}


def _line(number: int, typed: Mapping[str, str], units: Mapping[str, Unit], on: date) -> SheetLine:
    unit = units.get(typed["village"])
    if unit is None:
        raise Refused("unit_unknown", f"没有查到您可以填报的村（社区）“{typed['village'][:40]}”。")
    found_on = _day(typed["found_on"])
    if found_on is None or found_on > on:
        raise Refused("day_unfit", f"排查日“{typed['found_on'][:20]}”晚于今天，或者看不懂。")
    said = None if typed["facts"] in _NOTHING else _said(typed, unit)
    words = "\t".join(typed[name] for name in sorted(typed))
    return SheetLine(number, unit, found_on, said, uuid5(_SPACE, f"{unit.district_id}\t{words}"))


def _day(said: str) -> date | None:
    try:
        found: date | None = DayField().clean(said)
    except ValidationError:
        return None
    return found


def _said(typed: Mapping[str, str], unit: Unit) -> DisputeInput:
    kinds = {kind.label: kind for kind in DisputeKind}
    group = typed.get("group", "")
    where = (
        unit.children.filter(name=group).first() or unit.children.filter(short_name=group).first() if group else None
    )
    return DisputeInput(
        kind=kinds.get(typed.get("kind", ""), DisputeKind.OTHER),
        source=DisputeSource.GRID,
        people=max(_number(typed.get("people", "")), 1),
        households=_number(typed.get("households", "")),
        facts=typed["facts"],
        tier=Tier.ORDINARY,
        group=where,
        measures=typed.get("measures", ""),
    )


def _number(said: str) -> int:
    found = _DIGITS.search(said)
    return int(found.group()[:6]) if found else 0


def enter_sheet(sheet: Sheet, *, by: Staff, on: date) -> tuple[int, int]:
    """Enter all lines in one transaction; returns how many disputes and how many zero reports are there now.

    What was entered before is found again by its line. Raises Refused: sheet_faulty, and as `file_dispute`, `report_round`.
    """
    if sheet.faults:
        raise Refused("sheet_faulty", sheet.faults[0])
    disputes: set[int] = set()
    zeros: set[int] = set()
    with transaction.atomic():
        for line in sheet.lines:
            round_ = _round_of(line)
            if line.said is not None:
                disputes.add(_entered(line, line.said, round_, by, on).pk)
            elif round_ is not None:
                zeros.add(_reported(line, round_, by, on).pk)
    return len(disputes), len(zeros)


def _entered(line: SheetLine, said: DisputeInput, round_: Round | None, by: Staff, on: date) -> Dispute:
    return file_dispute(
        line.unit,
        said,
        client_id=line.key,
        by=by,
        round_=round_,
        found_on=line.found_on,
        source=ReportSource.SHEET,
        on=on,
    )


def _reported(line: SheetLine, round_: Round, by: Staff, on: date) -> Report:
    # What the village said itself is not overwritten by what another system knows of it.
    known = current_report(line.unit, round_)
    said = ReportInput(zero=True, source=ReportSource.SHEET)
    return known or report_round(round_, line.unit, said, client_id=line.key, by=by, on=on)


def _round_of(line: SheetLine) -> Round | None:
    rows = Round.objects.filter(district=line.unit.district_id, kind=UnitKind.VILLAGE, theme=None)
    return rows.filter(first_day__lte=line.found_on, last_day__gte=line.found_on).order_by("-first_day").first()


def lines_said(lines: Sequence[SheetLine]) -> list[dict[str, Any]]:
    """Return what was read of a sheet, for the page that asks whether it is right."""
    return [
        {
            "name": f"{line.unit.short_name}，{line.found_on}",
            "words": "零报告"
            if line.said is None
            else f"{line.said.kind.label}，{line.said.people}人，{line.said.facts[:60]}",
        }
        for line in lines
    ]
