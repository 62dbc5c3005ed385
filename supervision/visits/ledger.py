"""回访台账: one line a visit, without the petitioner's name or words; xlsx and print come with the declaration."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Count, QuerySet

from cases.forms.ledger import period_words
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from organizations.models import Staff
from organizations.roles import Right
from supervision.ledger_parts import all_readable
from supervision.models import FollowUpVisit
from supervision.models.visit_words import Reopening, VisitState
from supervision.visits.lists import ALONG


class VisitLedgerForm(PeriodForm):
    """期间、状态."""

    since = DayField(label="抽取日期自", required=False)
    until = DayField(label="抽取日期至", required=False)
    state = forms.ChoiceField(label="状态", required=False, choices=[("", "不限"), *VisitState.choices()])


def visit_rows(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the visits of a ledger within a person's reach, with what its lines need."""
    rows = FollowUpVisit.objects.readable_by(staff).select_related(*ALONG, "feedback", "visited_by")
    if asked.get("since"):
        rows = rows.filter(drawn_on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(drawn_on__lte=asked["until"])
    if asked.get("state"):
        rows = rows.filter(state=asked["state"])
    return rows.annotate(tries=Count("calls"))


def _holds(rows: Sequence[FollowUpVisit]) -> dict[str, list[int]]:
    return {"visits": [visit.pk for visit in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_readable(FollowUpVisit, staff, list(held.get("visits", [])))


def _told(visit: FollowUpVisit, name: str) -> Any:
    return getattr(visit.feedback, name) if hasattr(visit, "feedback") else None


TEXT, DATE, CODE, NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.CODE, ColumnKind.NUMBER
VISITS = Ledger(
    code="visits",
    heading="回访台账",
    needs=(Right.ARRANGE_VISITS, Right.VISIT),
    form=VisitLedgerForm,
    rows=visit_rows,
    order="drawn_on",
    holds=_holds,
    within=_within,
    period=period_words,
    note="一次回访一行。由没有参与办理的人回访；检举控告件、匿名件不抽取。信访人的话不在台账里。",
    columns=(
        Column("编号", lambda visit: visit.case.number, CODE, 24),
        Column("责任单位", lambda visit: visit.leg.unit.short_name, TEXT, 14),
        Column("抽取时", lambda visit: "已办结" if visit.answered else "在办", TEXT, 8),
        Column("抽取日期", lambda visit: visit.drawn_on, DATE, 12),
        Column("抽取范围", lambda visit: visit.lot.get_rule_display(), TEXT, 16),
        Column("批次", lambda visit: visit.lot_id, NUMBER, 7),
        Column("回访人", lambda visit: visit.assignee.name if visit.assignee else "", TEXT, 10),
        Column("联系次数", lambda visit: vars(visit)["tries"], NUMBER, 8),
        Column("约定日期", lambda visit: visit.agreed_for, DATE, 12),
        Column("回访日期", lambda visit: visit.visited_on, DATE, 12),
        Column("方式", lambda visit: visit.get_way_display(), TEXT, 12),
        Column("信访人对办理的看法", lambda visit: visit.get_result_display(), TEXT, 10),
        Column("答复或者承诺", lambda visit: visit.promised, TEXT, 30),
        Column("已落实", lambda visit: visit.done, TEXT, 30),
        Column("还缺", lambda visit: visit.missing, TEXT, 30),
        Column("反馈日期", lambda visit: _told(visit, "sent_on"), DATE, 12),
        Column("回复日期", lambda visit: _told(visit, "replied_on"), DATE, 12),
        Column("核对日期", lambda visit: _told(visit, "checked_on"), DATE, 12),
        Column("重新办理", lambda visit: Reopening(visit.reopening).label if visit.reopening else "", TEXT, 9),
        Column("状态", lambda visit: VisitState(visit.state).label, TEXT, 10),
    ),
)
