"""领导包案台账 and 重信重访排查表 (practice.md §2): the office's columns in its order; no petitioner stands in either."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Prefetch

from cases.forms.ledger import period_words
from cases.models import Case
from cases.reading.case_file import readable_subject
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from organizations.models import Staff
from organizations.roles import Right
from supervision.ledger_parts import all_readable
from supervision.models import Guarantee, OwnershipSheet, Progress, ReturnVisit
from supervision.models.ownership_words import MET, GuaranteeKind, ProgressKind, SheetState
from supervision.ownership.reading import PEOPLE, Shown, sheets_within, shown_as

_READS = (Right.SEE, Right.SEE_SEALED)


class OwnershipLedgerForm(PeriodForm):
    """期间、列出哪些."""

    since = DayField(label="确定包案日期自", required=False)
    until = DayField(label="确定包案日期至", required=False)
    show = forms.ChoiceField(label="列出哪些", required=False, choices=[("", "全部"), *Shown.choices()])


@dataclass(frozen=True)
class OwnershipLine:
    """A case of the ledger with its sheet, None while nobody owns it; ``since``: when it was first registered."""

    case: Case
    sheet: OwnershipSheet | None
    since: date
    on: date


def ledger_rows(staff: Staff, asked: Mapping[str, Any]) -> Any:
    """Return the sheets of the ledger with what its lines need."""
    rows = sheets_within(staff)
    if asked.get("since"):
        rows = rows.filter(made_on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(made_on__lte=asked["until"])
    if asked.get("show"):
        rows = rows.filter(shown_as(Shown(asked["show"])))
    return with_line_parts(rows.select_related("case__division"), staff)


def with_line_parts(rows: Any, staff: Staff) -> Any:
    """Fetch what the columns of a sheet need: three queries, however many sheets."""
    seen = Case.objects.visible_to(staff)
    return rows.select_related("case", "closed_by", *PEOPLE).prefetch_related(
        Prefetch("progress", Progress.objects.read_under(seen, staff)),
        Prefetch("guarantees", Guarantee.objects.read_under(seen, staff).filter(kind=GuaranteeKind.HELP)),
        Prefetch("return_visits", ReturnVisit.objects.read_under(seen, staff)),
    )


def ledger_lines(rows: Sequence[OwnershipSheet], _staff: Staff, on: date) -> list[OwnershipLine]:
    """Return the lines of sheets fetched by `ledger_rows`."""
    return [OwnershipLine(sheet.case, sheet, sheet.case.received_on, on) for sheet in rows]


def holds_sheets(rows: Sequence[OwnershipSheet]) -> dict[str, list[int]]:
    """Return what a file shows of these rows: their sheets."""
    return {"sheets": [sheet.pk for sheet in rows]}


def within_sheets(staff: Staff, held: Mapping[str, Any]) -> bool:
    """Tell whether a person may still read every sheet of a file."""
    return all_readable(OwnershipSheet, staff, held.get("sheets", []))


def _of_sheet(read: Callable[[OwnershipSheet], Any]) -> Callable[[OwnershipLine], Any]:
    return lambda line: read(line.sheet) if line.sheet else None


def _since(line: OwnershipLine) -> str:
    last = line.sheet.closed_on if line.sheet and line.sheet.closed_on else line.on
    return f"{line.since.isoformat()}，{(last - line.since).days}天"


def _leader(sheet: OwnershipSheet) -> str:
    return f"{sheet.leader.name} {sheet.leader.position}".strip()


def _settlement(sheet: OwnershipSheet) -> str:
    return f"{sheet.settlement.unit.short_name} {sheet.settlement.name}"


def _limit(sheet: OwnershipSheet) -> str:
    first = f"（最初{sheet.first_until.isoformat()}）" if sheet.first_until != sheet.until else ""
    return f"{sheet.until.isoformat()}{first}"


def _met(sheet: OwnershipSheet) -> str:
    """What the official did, by kind: it counts his visits, never the petitioner's."""
    entries = [ProgressKind(each.kind) for each in sheet.progress.all()]
    return "、".join(f"{kind.label}{entries.count(kind)}次" for kind in MET if kind in entries)


def _help(sheet: OwnershipSheet) -> str:
    told = (f"{each.requirement}（{_done(each.done_on)}）" for each in sheet.guarantees.all())
    return "；".join(told)


def _done(day: date | None) -> str:
    return f"{day.isoformat()}完成" if day else "进行中"


def _latest(sheet: OwnershipSheet) -> date | None:
    return max((each.on for each in sheet.progress.all()), default=None)


def _visits(sheet: OwnershipSheet) -> str:
    return "；".join(f"{each.on.isoformat()} {each.get_said_display()}" for each in sheet.return_visits.all())


def _closed(sheet: OwnershipSheet) -> str:
    if sheet.closed_by is None or sheet.closed_on is None:
        return ""
    undone = "撤销：" if sheet.state == SheetState.WITHDRAWN else ""
    return f"{undone}{sheet.closed_by.name} {sheet.closed_on.isoformat()}"


def _place(line: OwnershipLine) -> str:
    return line.case.division.short_name if line.case.division else line.case.location


TEXT, DATE, CODE = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE
COLUMNS: tuple[Column, ...] = (
    Column("编号", lambda line: line.case.number, CODE, 22),
    Column("事由", lambda line: readable_subject(line.case), TEXT, 28),
    Column("属地", _place, TEXT, 12),
    Column("首登日/历时", _since, TEXT, 14),
    Column("包案领导职务", _of_sheet(_leader), TEXT, 14),
    Column("程序推进人", _of_sheet(lambda sheet: sheet.procedure.name), TEXT, 10),
    Column("实质解决单位/责任人", _of_sheet(_settlement), TEXT, 16),
    Column("方案", _of_sheet(lambda sheet: sheet.scheme), TEXT, 28),
    Column("时限", _of_sheet(_limit), TEXT, 13),
    Column("接谈/走访", _of_sheet(_met), TEXT, 12),
    Column("帮扶", _of_sheet(_help), TEXT, 16),
    Column("最新进展日", _of_sheet(_latest), DATE, 12),
    Column("办结", _of_sheet(lambda sheet: sheet.concluded_on), DATE, 12),
    Column("化解", _of_sheet(lambda sheet: sheet.resolved_on), DATE, 12),
    Column("信访人意见", _of_sheet(lambda sheet: sheet.opinion), TEXT, 18),
    Column("回访", _of_sheet(_visits), TEXT, 14),
    Column("销号人日期", _of_sheet(_closed), TEXT, 14),
    Column("原包案领导", _of_sheet(lambda sheet: sheet.first_leader.name), TEXT, 11),
)
OWNERSHIP_LEDGER = Ledger(
    code="ownerships",
    heading="领导包案台账",
    needs=_READS,
    form=OwnershipLedgerForm,
    rows=ledger_rows,
    order="made_on",
    holds=holds_sheets,
    within=within_sheets,
    period=period_words,
    lines=ledger_lines,
    note="办结、化解、息访是三件事，分别登记；接谈、走访是领导和责任人的工作次数，不是信访人的信访次数。",
    columns=COLUMNS,
)


def latest_of(sheets: Iterable[OwnershipSheet]) -> OwnershipSheet | None:
    """Return the sheet that counts of several: the latest made."""
    return max(sheets, key=lambda sheet: (sheet.made_on, sheet.pk), default=None)
