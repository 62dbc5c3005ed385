"""督办台账: one line an order, in the columns of the office's sheet (practice of the office, Art. 41: what was ordered and taken up)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from cases.forms.ledger import period_words
from cases.lists.register import all_within
from cases.models import Case
from cases.reading.case_file import SEALED_SUBJECT
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from law.vocabulary import Act
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import Advice, Measure, SupervisionOrder
from supervision.orders.reading import orders_of
from supervision.orders.rules import rule_of
from supervision.words.orders import AdviceKind, CheckResult, Failure, MeasureKind, OrderMethod, OrderSource, Uptake

_PARTS = ("case", "unit", "signed_by", "checked_by", "closed_by")


class OrderLedgerForm(PeriodForm):
    """期间、情形."""

    since = DayField(label="发出日期自", required=False)
    until = DayField(label="发出日期至", required=False)
    failure = forms.ChoiceField(label="情形", required=False, choices=[("", "不限"), *Failure.choices()])


def ledger_rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the orders of a ledger with the parts that its lines need, all of them through the one rule."""
    opened = Case.objects.visible_to(staff).with_sealed_open(staff).filter(Q(sealed_open=True), pk=OuterRef("case"))
    rows: QuerySet[Any] = orders_of(staff).annotate(whole=Exists(opened))
    for name, condition in (("since", "made_on__gte"), ("until", "made_on__lte"), ("failure", "failure")):
        if asked.get(name):
            rows = rows.filter(**{condition: asked[name]})
    return rows.select_related(*_PARTS).prefetch_related(
        Prefetch("measures", Measure.objects.readable_by(staff).select_related("decision")),
        Prefetch("advice", Advice.objects.readable_by(staff)),
    )


def ledger_lines(rows: Sequence[Any], _staff: Staff, on: date) -> list[tuple[Any, int]]:
    """Return each order with by how many days its first reply is or was late."""
    return [(row, row.days_late(on)) for row in rows]


def holds(rows: Sequence[Any]) -> dict[str, list[int]]:
    """Return what a file shows: its orders, those whose subject it may hold, and what hangs on them."""
    return {
        "orders": [row.pk for row in rows],
        "whole": [row.pk for row in rows if row.whole],
        "advice": [each.pk for row in rows for each in row.advice.all()],
    }


def within(staff: Staff, held: Mapping[str, Any]) -> bool:
    """Tell whether a person may still read all that a file shows."""
    rows = ledger_rows(staff, {})
    advice = Advice.objects.readable_by(staff)
    return (
        all_within(rows, held.get("orders", []))
        and all_within(rows.filter(whole=True), held.get("whole", []))
        and all_within(advice, held.get("advice", []))
    )


def _of(read: Any) -> Any:
    return lambda line: read(line[0])


def _subject(row: Any) -> str:
    return str(row.case.subject) if row.whole else SEALED_SUBJECT


def _replied(row: SupervisionOrder) -> str:
    return f"{row.first_reply_on} {row.reply_number}".strip() if row.first_reply_on else ""


def _checked(row: SupervisionOrder) -> str:
    return f"{CheckResult(row.result).label}（{row.checked_by.name}）" if row.checked_by else ""


def _rectified(row: SupervisionOrder) -> str:
    return f"{row.rectified_on} {row.rectification}" if row.rectified_on else ""


def _decided(row: Any) -> str:
    return "；".join(f"{MeasureKind(each.kind).label} {each.decision.number}" for each in row.measures.all())


def _advised(row: Any) -> str:
    return "；".join(
        f"{AdviceKind(each.kind).label}/{Uptake(each.uptake).label if each.uptake else '未反馈'}"
        for each in row.advice.all()
    )


def _closed(row: SupervisionOrder) -> str:
    return f"{row.closed_on}（{row.closed_by.name}）" if row.closed_by else ""


TEXT, DATE, NUMBER, CODE = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER, ColumnKind.CODE
ORDER_LEDGER = Ledger(
    code="orders",
    heading="督办台账",
    needs=(Act.SUPERVISE, Right.REPLY_ORDER),
    form=OrderLedgerForm,
    rows=ledger_rows,
    order="made_on",
    holds=holds,
    within=within,
    period=period_words,
    lines=ledger_lines,
    note="逾期按首次反馈计算，尚未反馈的算到制表之日；追究责任的建议，被督办单位的台账里不列。",
    columns=(
        Column("督办号", _of(lambda row: row.number), CODE, 20),
        Column("编号", _of(lambda row: row.case.number), CODE, 22),
        Column("事由", _of(_subject), TEXT, 30),
        Column("被督办单位", _of(lambda row: row.unit.short_name), TEXT, 14),
        Column(
            "情形（条款）", _of(lambda row: f"{Failure(row.failure).label}（{rule_of(row.failure).article}）"), TEXT, 24
        ),
        Column("来源", _of(lambda row: row.committee or OrderSource(row.source).label), TEXT, 12),
        Column("方式", _of(lambda row: OrderMethod(row.method).label), TEXT, 9),
        Column("签发人", _of(lambda row: row.signed_by.name), TEXT, 9),
        Column("发出", _of(lambda row: row.made_on), DATE, 12),
        Column("签收", _of(lambda row: row.received_on), DATE, 12),
        Column("应反馈", _of(lambda row: row.reply_by), DATE, 12),
        Column("反馈日文号", _of(_replied), TEXT, 18),
        Column("逾期", lambda line: line[1] or None, NUMBER, 6),
        Column("核查结论/人", _of(_checked), TEXT, 16),
        Column("整改", _of(_rectified), TEXT, 20),
        Column("联席会议决定", _of(_decided), TEXT, 18),
        Column("建议类型/采纳", _of(_advised), TEXT, 16),
        Column("销号", _of(_closed), TEXT, 16),
    ),
)
