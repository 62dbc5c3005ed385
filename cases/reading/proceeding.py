"""程序事项: one line of what happens beside the work on a leg, and its kinds."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from law.words import Word


class Detail(NamedTuple):
    """One labelled text."""

    name: str
    text: str


class ProceedingKind(Word):
    """程序事项."""

    EXTENSION = "extension", "延期"
    RECLASSIFICATION = "reclassification", "更正类别途径"
    FEEDBACK = "feedback", "反馈日期"
    INTERIM = "interim", "阶段报告"
    REPORT = "report", "办结报告"
    ABOVE = "above", "上级交办"
    HEARING = "hearing", "听证"
    PUBLICATION = "publication", "公示"
    RECUSAL = "recusal", "回避"
    MATERIAL = "material", "补正"
    SETTLEMENT = "settlement", "调解和解"
    MEDIATION = "mediation", "委托调解"
    WITHDRAWAL = "withdrawal", "撤回"
    RISK = "risk", "信访风险评估"
    DUTIES = "duties", "三到位一处理"
    EXECUTION = "execution", "执行情况"
    RELIEF = "relief", "引导救助"
    AWARD = "award", "奖励"
    RATING = "rating", "满意度评价"
    DISSUASION = "dissuasion", "劝阻教育"
    PROPOSAL = "proposal", "呈批"
    PROMISE = "promise", "承诺"


@dataclass(frozen=True)
class Proceeding:
    """One line: what, since when, how it stands, and the words and dates kept of it."""

    kind: ProceedingKind
    leg_id: int | None
    unit: str
    on: date
    by: str
    status: str
    ended_on: date | None = None
    details: list[Detail] = field(default_factory=list)


def said(*pairs: tuple[str, Any]) -> list[Detail]:
    """Return label and text of what was filled in."""
    return [Detail(label, str(text)) for label, text in pairs if text not in (None, "")]
