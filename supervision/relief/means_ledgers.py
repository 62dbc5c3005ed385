"""民生项目台账 and 法治宣传台账; the columns of the first are those that its sheet is read by."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from cases.forms.ledger import period_words
from kit.day_field import DayField
from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.period_form import PeriodForm
from organizations.models import Staff
from organizations.roles import Right
from supervision.ledger_parts import all_readable
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.relief.means import STATES
from supervision.relief.means_reading import campaigns, projects

_NEEDS = (Right.PROPOSE_RELIEF, Right.APPROVE_RELIEF)
_FEN = 100


class ProjectLedgerForm(PeriodForm):
    """期间."""

    since = DayField(label="登记日期自", required=False)
    until = DayField(label="登记日期至", required=False)


class CampaignLedgerForm(PeriodForm):
    """期间."""

    since = DayField(label="开始日期自", required=False)
    until = DayField(label="开始日期至", required=False)


def _holds(rows: Sequence[Any]) -> dict[str, list[int]]:
    return {"rows": [row.pk for row in rows]}


def _projects_within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_readable(LivelihoodProject, staff, list(held.get("rows", [])))


def _campaigns_within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_readable(PublicityCampaign, staff, list(held.get("rows", [])))


def _invested(row: LivelihoodProject) -> Decimal | None:
    return Decimal(row.invested) / _FEN if row.invested else None


TEXT, DATE, NUMBER = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER
PROJECTS = Ledger(
    code="livelihood",
    heading="民生项目台账",
    needs=_NEEDS,
    form=ProjectLedgerForm,
    rows=projects,
    order="recorded_on",
    holds=_holds,
    within=_projects_within,
    period=period_words,
    note="投资单位为元。",
    columns=(
        Column("项目名称", lambda row: row.name, TEXT, 24),
        Column("类别", lambda row: row.get_kind_display(), TEXT, 12),
        Column("地点", lambda row: row.location, TEXT, 16),
        Column("依据", lambda row: row.basis, TEXT, 20),
        Column("投资", _invested, NUMBER, 12),
        Column("开工日期", lambda row: row.started_on, DATE, 12),
        Column("计划完成日期", lambda row: row.planned_on, DATE, 12),
        Column("受益户数", lambda row: row.households or None, NUMBER, 9),
        Column("受益人数", lambda row: row.people or None, NUMBER, 9),
        Column("进展", lambda row: row.progress, TEXT, 30),
        Column("完成日期", lambda row: row.done_on, DATE, 12),
        Column("责任单位", lambda row: row.unit.short_name, TEXT, 14),
        Column("登记日期", lambda row: row.recorded_on, DATE, 12),
        Column("状态", lambda row: STATES[row.state], TEXT, 9),
    ),
)
CAMPAIGNS = Ledger(
    code="publicity",
    heading="法治宣传台账",
    needs=_NEEDS,
    form=CampaignLedgerForm,
    rows=campaigns,
    order="from_day",
    holds=_holds,
    within=_campaigns_within,
    period=period_words,
    columns=(
        Column("主题", lambda row: row.title, TEXT, 30),
        Column("方式", lambda row: row.get_form_display(), TEXT, 14),
        Column("地点", lambda row: row.location, TEXT, 18),
        Column("开始日期", lambda row: row.from_day, DATE, 12),
        Column("结束日期", lambda row: row.to_day, DATE, 12),
        Column("覆盖人数", lambda row: row.reach, NUMBER, 10),
        Column("单位", lambda row: row.unit.short_name, TEXT, 16),
    ),
)
