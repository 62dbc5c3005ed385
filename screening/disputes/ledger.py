"""矛盾纠纷排查台账: the columns of practice.md §2 in their order; nobody's name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.forms.ledger import period_words
from cases.lists.register import all_within
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from organizations.models import Staff
from organizations.roles import Right
from organizations.vocabulary import UnitKind
from screening.disputes.presenting import where
from screening.disputes.reading import cases_of, disputes
from screening.models import Dispute
from screening.models.words import DisputeKind, DisputeOutcome, DisputeSource, DisputeState, Grade


class DisputeLedgerForm(PeriodForm):
    """期间、类型、状态."""

    since = DayField(label="排查日自", required=False)
    until = DayField(label="排查日至", required=False)
    kind = forms.ChoiceField(label="类型", required=False, choices=[("", "不限"), *DisputeKind.choices()])
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "不限"), *DisputeState.choices()])


@dataclass(frozen=True)
class Line:
    """A dispute with the number of the case that it became, for who may know of that case."""

    row: Dispute
    case_number: str


def _rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    return disputes(staff, asked).select_related("found_at__parent")


def _lines(rows: Sequence[Any], staff: Staff, _on: date) -> list[Any]:
    became = cases_of(staff, [row.pk for row in rows])
    return [Line(row, became[row.pk].case.number if row.pk in became else "") for row in rows]


def _holds(rows: Sequence[Dispute]) -> dict[str, list[int]]:
    return {"disputes": [row.pk for row in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_within(Dispute.objects.readable_by(staff), list(held.get("disputes", [])))


def _town(line: Line) -> str:
    above = line.row.found_at.parent
    town = f"{above.short_name} " if above and above.kind == UnitKind.TOWN else ""
    return f"{town}{where(line.row)}"


def _visit(line: Line) -> str:
    return f"{line.row.visited_on:%Y-%m-%d} {line.row.visit_said}" if line.row.visited_on else ""


def _closed(line: Line) -> str:
    row = line.row
    return f"{row.closed_by.name} {row.closed_on:%Y-%m-%d}" if row.closed_by and row.closed_on else ""


def _outcome(line: Line) -> str:
    row = line.row
    return f"{DisputeOutcome(row.outcome).label} {row.settled_on:%Y-%m-%d}" if row.settled_on else ""


TEXT, DATE, CODE = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE
DISPUTES = Ledger(
    code="disputes",
    heading="矛盾纠纷排查台账",
    needs=(Right.READ_SCREENING,),
    form=DisputeLedgerForm,
    rows=_rows,
    order="found_on",
    holds=_holds,
    within=_within,
    period=period_words,
    lines=_lines,
    note="一起矛盾纠纷一行，户数、人数分开写。化解和销账分开；没有化解也可以销账，写明原因和去向。",
    columns=(
        Column("期次", lambda line: line.row.round.label if line.row.round else "期外", TEXT, 14),
        Column("排查日", lambda line: line.row.found_on, DATE, 12),
        Column("镇村组", _town, TEXT, 18),
        Column("类型", lambda line: DisputeKind(line.row.kind).label, TEXT, 12),
        Column("当事人户数/人数", lambda line: f"{line.row.households or '—'}户/{line.row.people}人", TEXT, 12),
        Column("主要情况", lambda line: line.row.facts, TEXT, 36),
        Column("来源", lambda line: DisputeSource(line.row.source).label, TEXT, 10),
        Column("事情等级", lambda line: Grade(line.row.grade).label, TEXT, 8),
        Column("责任单位", lambda line: line.row.unit.short_name, TEXT, 14),
        Column("责任人", lambda line: line.row.person.name if line.row.person else "", TEXT, 10),
        Column("措施", lambda line: line.row.measures, TEXT, 28),
        Column("时限", lambda line: line.row.due_on, DATE, 12),
        Column("调解组织", lambda line: line.row.mediation_body, TEXT, 14),
        Column("协议", lambda line: "有" if line.row.agreement else "", TEXT, 6),
        Column("结果日期", _outcome, TEXT, 14),
        Column("未化解原因", lambda line: line.row.unresolved_why, TEXT, 18),
        Column("转信访编号", lambda line: line.case_number, CODE, 24),
        Column("回访", _visit, TEXT, 18),
        Column("销账人日期", _closed, TEXT, 16),
    ),
)
