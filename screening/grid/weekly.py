"""排查情况汇总表: one line a round of what a person sees, with an account of disputes that balances; told of each Monday."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from cases.forms.ledger import period_words
from cases.lists.register import all_within
from cases.record.audiences import able
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.period_form import PeriodForm
from kit.reasons import Reason
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.outbox.recipients import colleague
from organizations.reach_of_right import units_within
from organizations.roles import Right
from organizations.vocabulary import UnitKind
from screening.models import Dispute, Report, Round, ZeroDoubt
from screening.models.words import RoundState
from screening.rounds.expected import Tally, counted_reports, tally_counted

_WEEK = timedelta(days=7)
WEEKLY = Reason(
    "screening.weekly",
    "排查周汇总",
    may_know=lambda staff, _about: bool(staff and holdings(staff, Right.READ_SCREENING)),
)


class WeeklyForm(PeriodForm):
    """期间."""

    since = DayField(label="开始日期自", required=False)
    until = DayField(label="开始日期至", required=False)


@dataclass(frozen=True)
class Line:
    """One round: its reports, and the disputes: carried over + new - closed = left."""

    round: Round
    tally: Tally
    doubtful: int
    carried: int
    new: int
    closed: int

    @property
    def left(self) -> int:
        """Return how many disputes are left at the end of the round."""
        return self.carried + self.new - self.closed


def _rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    bounds = {"first_day__gte": asked.get("since"), "first_day__lte": asked.get("until")}
    wanted = {name: value for name, value in bounds.items() if value}
    return Round.objects.readable_by(staff).filter(kind=UnitKind.VILLAGE, theme=None, **wanted)


def _lines(rows: Sequence[Any], staff: Staff, _on: date) -> list[Any]:
    """Four questions for all rounds of a page; who owes follows from the dates of the villages within reach."""
    villages = list(Unit.objects.filter(units_within(staff, Right.READ_SCREENING), kind=UnitKind.VILLAGE))
    reports = Report.objects.readable_by(staff).filter(round__in=rows)
    sent = {row["round"]: row for row in counted_reports(reports, "round")}
    doubts = ZeroDoubt.objects.readable_by(staff).filter(report__round__in=rows, report__current=True)
    doubtful = dict(doubts.values_list("report__round").annotate(count=Count("pk")))
    account = _account(rows, staff)
    return [_line(row, villages, sent.get(row.pk), doubtful.get(row.pk, 0), account) for row in rows]


def _account(rows: Sequence[Round], staff: Staff) -> dict[str, int]:
    """Count the disputes of every round in one statement; a dispute leaves by being closed, or by becoming a case."""
    asked = {}
    for row in rows:
        gone = Q(closed_on__lt=row.first_day) | Q(became__on__lt=row.first_day)
        asked[f"carried{row.pk}"] = Count("pk", filter=Q(found_on__lt=row.first_day) & ~gone)
        asked[f"new{row.pk}"] = Count("pk", filter=Q(found_on__gte=row.first_day, found_on__lte=row.last_day))
        left = Q(closed_on__gte=row.first_day, closed_on__lte=row.last_day)
        asked[f"closed{row.pk}"] = Count(
            "pk", filter=left | Q(became__on__gte=row.first_day, became__on__lte=row.last_day)
        )
    found: dict[str, int] = Dispute.objects.readable_by(staff).order_by().aggregate(**asked) if asked else {}
    return found


def _line(
    row: Round, villages: Sequence[Unit], sent: Mapping[str, int] | None, doubtful: int, account: Mapping[str, int]
) -> Line:
    counts = {name: account[f"{name}{row.pk}"] for name in ("carried", "new", "closed")}
    return Line(row, tally_counted(villages, row, sent), doubtful, **counts)


def _holds(rows: Sequence[Round]) -> dict[str, list[int]]:
    return {"rounds": [row.pk for row in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_within(Round.objects.readable_by(staff), list(held.get("rounds", [])))


TEXT, DATE, NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER
ROUNDS = Ledger(
    code="screening",
    heading="矛盾纠纷排查情况汇总表",
    needs=(Right.READ_SCREENING,),
    form=WeeklyForm,
    rows=_rows,
    order="first_day",
    holds=_holds,
    within=_within,
    period=period_words,
    lines=_lines,
    note="应报以各村（社区）设立、撤销日期为准，各村只计一次。上期结存＋新增－销账、转信访＝期末。只计您查看范围内的。",
    columns=(
        Column("期次", lambda line: line.round.label, TEXT, 16),
        Column("开始日期", lambda line: line.round.first_day, DATE, 12),
        Column("应报日期", lambda line: line.round.due_on, DATE, 12),
        Column("应报", lambda line: line.tally.expected, NUMBER, 8),
        Column("按时", lambda line: line.tally.on_time, NUMBER, 8),
        Column("迟报", lambda line: line.tally.late, NUMBER, 8),
        Column("未报", lambda line: line.tally.missing, NUMBER, 8),
        Column("零报告", lambda line: line.tally.zero, NUMBER, 8),
        Column("零报告存疑", lambda line: line.doubtful or None, NUMBER, 10),
        Column("上期结存（起）", lambda line: line.carried, NUMBER, 12),
        Column("新增（起）", lambda line: line.new, NUMBER, 10),
        Column("销账、转信访（起）", lambda line: line.closed, NUMBER, 14),
        Column("期末（起）", lambda line: line.left, NUMBER, 10),
    ),
)


def tell_weekly(day: date) -> int:
    """Tell towns and the district's office of the rounds that ended last week; returns how many people were told."""
    told: set[int] = set()
    ended = Round.objects.filter(
        kind=UnitKind.VILLAGE, theme=None, state=RoundState.CLOSED, last_day__gte=day - _WEEK, last_day__lt=day
    )
    for round_ in ended.select_related("district").order_by("pk"):
        text = f"{round_.label}排查汇总已经可以查看、打印、导出。"
        units = Unit.objects.filter(district=round_.district, kind__in=(UnitKind.TOWN, UnitKind.PETITION_OFFICE))
        with transaction.atomic():
            for person in {each.pk: each for unit in units for each in able(Right.CHECK_SCREENING, unit)}.values():
                once = f"screening.weekly:{round_.pk}:{person.pk}"
                queue_message(
                    Channel.PRODUCT,
                    WEEKLY,
                    colleague(person),
                    text,
                    url="/ledgers/screening/",
                    about=round_.pk,
                    once=once,
                )
                told.add(person.pk)
    return len(told)
