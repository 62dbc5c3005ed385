"""One published result, three sheets: 目标考核, 民主评议, 干部考核参考; a line a unit, in the order of the tree (Art. 39, para 1).

No line names a person, and nothing is ranked: who reads a sheet of officials knows whose unit it is.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Prefetch, QuerySet

from kit.ledgers.declaring import Column, ColumnKind, Ledger
from kit.plain_forms import PlainForm
from organizations.models import Staff
from organizations.roles import Right
from supervision.assessing.figures import total_of
from supervision.ledger_parts import all_readable
from supervision.models import AssessmentResult, AssessmentScore
from supervision.words.assessing import AssessedDuty, AssessedGroup, ResultState

TEXT, DATE, NUMBER, CODE = ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.NUMBER, ColumnKind.CODE
_NEEDS = (Right.ASSESS, Right.DECIDE_ASSESSMENT)


class SheetForm(PlainForm):
    """年度、考核对象."""

    year = forms.IntegerField(label="年度", required=False, min_value=2000, max_value=2100)
    group = forms.ChoiceField(label="考核对象", required=False, choices=[("", "不限"), *AssessedGroup.choices()])


def results(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the published results that a person may read, with their scores."""
    wanted = {f"scheme__{name}": asked.get(name) for name in ("year", "group") if asked.get(name)}
    scores = AssessmentScore.objects.select_related("item").prefetch_related("objections")
    rows = AssessmentResult.objects.readable_by(staff).filter(state=ResultState.PUBLISHED, **wanted)
    return rows.select_related("unit", "scheme").prefetch_related(Prefetch("scores", scores))


def _holds(rows: Sequence[AssessmentResult]) -> dict[str, list[int]]:
    return {"results": [row.pk for row in rows]}


def _within(staff: Staff, held: Mapping[str, Any]) -> bool:
    return all_readable(AssessmentResult, staff, list(held.get("results", [])))


def _period(asked: Mapping[str, Any]) -> str:
    return f"{asked['year']}年度" if asked.get("year") else "各年度"


def _scores(row: AssessmentResult, duty: AssessedDuty) -> list[AssessmentScore]:
    return [score for score in row.scores.all() if score.item.duty == duty]


def _points(duty: AssessedDuty) -> Callable[[AssessmentResult], str]:
    def read(row: AssessmentResult) -> str:
        total = total_of(_scores(row, duty))
        return f"{total.earned}/{total.possible}" if total.possible else ""

    return read


def _figures(duty: AssessedDuty) -> Callable[[AssessmentResult], str]:
    def read(row: AssessmentResult) -> str:
        counted = [score for score in _scores(row, duty) if score.owed]
        return "；".join(f"{score.item.title} {score.good}/{score.owed}" for score in counted)

    return read


def _missed(row: AssessmentResult) -> str:
    short = [score for score in row.scores.all() if score.owed and score.good != score.owed]
    return "；".join(f"{score.item.title}：{(score.owed or 0) - (score.good or 0)}件未按要求" for score in short)


def _objections(row: AssessmentResult) -> str:
    raised = [each for score in row.scores.all() for each in score.objections.all()]
    return f"提出{len(raised)}，采纳{sum(bool(each.upheld) for each in raised)}" if raised else ""


def _commended(row: AssessmentResult) -> str:
    return f"{row.commended_for}（{row.commended_number}）" if row.commended_on else ""


_HEAD = (
    Column("单位", lambda row: row.unit.name, TEXT, 24),
    Column("年度", lambda row: row.scheme.year, NUMBER, 8),
    Column("考核对象", lambda row: AssessedGroup(row.scheme.group).label, TEXT, 12),
)
_TOTAL = (
    Column("得分", lambda row: total_of(row.scores.all()).earned, NUMBER, 9),
    Column("可得分", lambda row: total_of(row.scores.all()).possible, NUMBER, 9),
    Column("折算百分制", lambda row: total_of(row.scores.all()).of_hundred, NUMBER, 10),
)


def _sheet(code: str, heading: str, columns: tuple[Column, ...], note: str) -> Ledger:
    return Ledger(
        code=code,
        heading=heading,
        needs=_NEEDS,
        form=SheetForm,
        rows=results,
        order="fixed_on",
        holds=_holds,
        within=_within,
        period=_period,
        note=note,
        columns=(*_HEAD, *columns),
    )


TARGETS = _sheet(
    "assessment",
    "目标考核表",
    (
        *(Column(f"{duty.label}（得分/可得分）", _points(duty), TEXT, 14) for duty in AssessedDuty),
        *_TOTAL,
        Column("异议", _objections, TEXT, 14),
        Column("表扬", _commended, TEXT, 20),
    ),
    "只考核干部应尽的职责；无应办、不适用的两边都不计；按机构次序排列，不排名次。",
)
REVIEW = _sheet(
    "assessment_review",
    "民主评议表",
    (
        *(Column(f"{duty.label}（按要求/应办）", _figures(duty), TEXT, 22) for duty in AssessedDuty),
        *(Column(label, lambda _row: None, TEXT, 7, by_hand=True) for label in ("好", "较好", "一般", "差")),
        Column("意见和建议", lambda _row: None, TEXT, 24, by_hand=True),
    ),
    "数字与目标考核表相同，由参加评议的人在纸上评议。",
)
CADRES = _sheet(
    "assessment_cadres",
    "干部考核参考表",
    (
        *_TOTAL,
        Column("没有按要求办理的", _missed, TEXT, 40),
        Column("表扬", _commended, TEXT, 24),
        Column("组织部门意见", lambda _row: None, TEXT, 24, by_hand=True),
    ),
    "考核结果作为对领导班子和有关领导干部综合考核评价的参考（第三十九条第一款）；写的是单位，不给个人评分、不排名次。",
)
SHEETS = (TARGETS, REVIEW, CADRES)
