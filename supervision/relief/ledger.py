"""惠民帮扶台账: one line a piece of assistance, without the petitioner's name; xlsx and print come with the declaration."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from cases.forms.ledger import period_words
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from organizations.models import Staff
from organizations.roles import Right
from supervision.ledger_parts import all_readable
from supervision.models import Assistance
from supervision.models.relief import AssistanceState
from supervision.relief.presenting import fund_name
from supervision.relief.reading import ALONG


class AssistanceLedgerForm(PeriodForm):
    """期间、状态."""

    since = DayField(label="申请日期自", required=False)
    until = DayField(label="申请日期至", required=False)
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "不限"), *AssistanceState.choices()])


def assistance_rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the assistance of a ledger within a person's reach, with what its lines need."""
    bounds = {
        "proposed_on__gte": asked.get("since"),
        "proposed_on__lte": asked.get("until"),
        "state": asked.get("state"),
    }
    wanted = {name: value for name, value in bounds.items() if value}
    return Assistance.objects.readable_by(staff).select_related(*ALONG).filter(**wanted)


def _holds(rows: Sequence[Assistance]) -> dict[str, list[int]]:
    return {"assistance": [row.pk for row in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_readable(Assistance, staff, list(held.get("assistance", [])))


def _yuan(row: Assistance) -> Decimal | None:
    return Decimal(row.amount) / 100 if row.amount else None


TEXT, DATE, CODE, NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE, ColumnKind.NUMBER
ASSISTANCE = Ledger(
    code="assistance",
    heading="惠民帮扶台账",
    needs=(Right.PROPOSE_RELIEF, Right.APPROVE_RELIEF),
    form=AssistanceLedgerForm,
    rows=assistance_rows,
    order="proposed_on",
    holds=_holds,
    within=_within,
    period=period_words,
    note="一件帮扶一行，金额单位为元。帮扶不以息访、不再信访为条件。",
    columns=(
        Column("编号", lambda row: row.case.number, CODE, 24),
        Column("帮扶单位", lambda row: row.unit.short_name, TEXT, 14),
        Column("帮扶类型", lambda row: row.get_kind_display(), TEXT, 12),
        Column("依据", lambda row: row.basis, TEXT, 24),
        Column("帮扶内容", lambda row: row.content, TEXT, 40),
        Column("金额", _yuan, NUMBER, 12),
        Column("资金", lambda row: fund_name(row.fund), TEXT, 20),
        Column("申请日期", lambda row: row.proposed_on, DATE, 12),
        Column("申请人", lambda row: row.proposed_by.name, TEXT, 10),
        Column("审批日期", lambda row: row.decided_on, DATE, 12),
        Column("审批人", lambda row: row.decided_by.name if row.decided_by else "", TEXT, 10),
        Column("支付日期", lambda row: row.paid_on, DATE, 12),
        Column("凭证号", lambda row: row.voucher, CODE, 14),
        Column("状态", lambda row: AssistanceState(row.state).label, TEXT, 12),
    ),
)
