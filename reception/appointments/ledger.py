"""领导接访统计表: one line a reception day, counted from its appointments; nobody's name but the receiver's."""

from collections import Counter
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
from reception.models import Appointment, DayDepartment, ReceptionDay
from reception.models.day_words import RECEIVED, Attendance, DayState, ReceptionKind, VisitorRating
from reception.models.day_words import AppointmentState as State

# A rate of fewer ratings would tell whose they are.
LEAST_RATED = 5
_ASKED = [("", "不限")]


class ReceptionLedgerForm(PeriodForm):
    """期间、形式."""

    since = DayField(label="接访日期自", required=False)
    until = DayField(label="接访日期至", required=False)
    kind = forms.ChoiceField(label="形式", required=False, choices=[*_ASKED, *ReceptionKind.choices()])


@dataclass(frozen=True)
class ReceptionLine:
    """One day with its figures; ``rate``: satisfied and fair among the ratings of the unit's month, in words."""

    day: ReceptionDay
    departments: int
    batches: int
    people: int
    answered: int
    settled: int
    tracked: int
    rate: str

    @property
    def leaders(self) -> int:
        """Return 1 where the receiver came himself: the day of a stand-in is not his."""
        return int(self.day.attendance == Attendance.SELF)


def reception_rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the days that were held or missed, within a person's reach."""
    rows = ReceptionDay.objects.readable_by(staff).filter(state__in=(DayState.HELD, DayState.MISSED))
    if asked.get("since"):
        rows = rows.filter(on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(on__lte=asked["until"])
    if asked.get("kind"):
        rows = rows.filter(kind=asked["kind"])
    return rows.select_related("unit")


def reception_lines(rows: Sequence[ReceptionDay], staff: Staff, _on: date) -> list[ReceptionLine]:
    """Return the lines of some days: two queries more, whatever their number."""
    keys = [row.pk for row in rows]
    held = Appointment.objects.readable_by(staff).filter(day__in=keys, state__in=RECEIVED)
    counted: dict[int, Counter[str]] = {}
    ratings: dict[tuple[int, int, int], Counter[str]] = {}
    for day, unit, on, state, people, rating in held.values_list("day", "unit", "on", "state", "people", "rating"):
        found = counted.setdefault(day, Counter())
        found[state] += 1
        found["people"] += people
        ratings.setdefault((unit, on.year, on.month), Counter())[rating] += 1
    there = Counter(DayDepartment.objects.filter(day__in=keys, arrived_at__isnull=False).values_list("day", flat=True))
    return [_line(row, counted.get(row.pk, Counter()), there[row.pk], ratings) for row in rows]


def _line(
    row: ReceptionDay, counted: Counter[str], departments: int, ratings: Mapping[tuple[int, int, int], Counter[str]]
) -> ReceptionLine:
    month = ratings.get((row.unit_id, row.on.year, row.on.month), Counter())
    return ReceptionLine(
        day=row,
        departments=departments,
        batches=sum(counted[state] for state in RECEIVED),
        people=counted["people"],
        answered=counted[State.ANSWERED],
        settled=counted[State.SETTLED],
        tracked=counted[State.TRACKED],
        rate=rate_words(month),
    )


def rate_words(ratings: Mapping[str, int]) -> str:
    """Return the share of satisfied visitors of a month; of fewer than five ratings nothing is told."""
    rated = sum(ratings.get(each, 0) for each in VisitorRating)
    if rated < LEAST_RATED:
        return f"不足{LEAST_RATED}件"
    good = ratings.get(VisitorRating.SATISFIED, 0) + ratings.get(VisitorRating.FAIR, 0)
    return f"{100 * good / rated:.1f}%（{rated}件）"


def _holds(rows: Sequence[ReceptionDay]) -> dict[str, list[int]]:
    return {"days": [row.pk for row in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_within(ReceptionDay.objects.readable_by(staff), list(held.get("days", [])))


TEXT, DATE, NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER
RECEPTIONS = Ledger(
    code="receptions",
    heading="领导接访统计表",
    needs=(Right.ARRANGE_RECEPTION,),
    form=ReceptionLedgerForm,
    rows=reception_rows,
    order="on",
    holds=_holds,
    within=_within,
    period=period_words,
    lines=reception_lines,
    note="批次、人次、当场答复、已解决、跟踪中只计您查看范围内的约访。满意率由来访人评，接访领导不经手，按单位、按月计，满5件才显示。",
    columns=(
        Column("接访日期", lambda line: line.day.on, DATE, 12),
        Column("安排单位", lambda line: line.day.unit.short_name, TEXT, 14),
        Column("形式", lambda line: ReceptionKind(line.day.kind).label, TEXT, 10),
        Column("接访人", lambda line: f"{line.day.title}{line.day.name}", TEXT, 18),
        Column("到场情况", lambda line: Attendance(line.day.attendance).label if line.day.attendance else "", TEXT, 12),
        Column("计入次数", lambda line: "是" if line.day.counts and line.leaders else "否", TEXT, 8),
        Column("领导数", lambda line: line.leaders, NUMBER, 8),
        Column("部门数", lambda line: line.departments, NUMBER, 8),
        Column("批次", lambda line: line.batches, NUMBER, 8),
        Column("人次", lambda line: line.people, NUMBER, 8),
        Column("当场答复", lambda line: line.answered, NUMBER, 9),
        Column("已解决", lambda line: line.settled, NUMBER, 8),
        Column("跟踪中", lambda line: line.tracked, NUMBER, 8),
        Column("满意率", lambda line: line.rate, TEXT, 16),
    ),
)
