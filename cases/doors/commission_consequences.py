"""What is said before a day of feedback is set or moved: the old day, and where it does not fit; a warning, never a refusal."""

from datetime import date, timedelta

from django.utils.dateparse import parse_date

from cases.doors.side_consequences import UNSET
from cases.forms.base import ActForm
from cases.models import Leg
from cases.openings.commission import feedback_of
from cases.openings.upward import open_superior_change
from cases.reading.case_file import CaseFile
from cases.reading.commissions import above_day, answer_day
from kit.days import day_words
from law.commission import contradictions, latest_answer
from law.paths import runs_sixty_days
from law.vocabulary import Kind, Path

_KEPT = "只调整反馈日期，信访人的法定期限照常计算。"


def commissioning(file: CaseFile, days: int, on: date) -> list[str]:
    """Where the day of a new commission does not fit what the law gives the unit, or what the body above wants."""
    waiting = [view.demand for view in file.demands if view.demand.leg_id is None]
    six = any(runs_sixty_days(Kind(each.kind), Path(each.path) if each.path else None) for each in waiting)
    answer = latest_answer(on) if six else None
    return contradictions(on + timedelta(days=days), answer=answer, above=above_day(file.clocks))


def accepting(file: CaseFile, leg: Leg, answer: date | None) -> list[str]:
    """Where the day of feedback does not fit the last day of the answer, once a leg is accepted."""
    clock = feedback_of(leg)
    return contradictions(clock.due_on, answer=answer, above=above_day(file.clocks)) if clock else []


def referring(file: CaseFile) -> list[str]:
    """That a body above waits for a report, and a referral asks for none."""
    above = above_day(file.clocks)
    return [f"本件是上级交办的，应于{day_words(above)}以前上报；转送不要求反馈，需要结果的请交办。"] if above else []


def reporting(file: CaseFile, leg: Leg | None, _form: ActForm, _on: date) -> list[str]:
    """By when the closing report is owed all the same."""
    clock = feedback_of(leg) if leg else None
    last = clock.due_on if clock else above_day(file.clocks)
    return [f"办结报告仍应于{day_words(last)}以前提交。"] if last else []


def moving(file: CaseFile, leg: Leg, form: ActForm, _on: date) -> list[str]:
    """The day as it is, and where the new one does not fit."""
    clock = feedback_of(leg)
    if clock is None:
        return []
    field = "wanted" if "wanted" in form.fields else "new_due_on"
    new = typed_day(form, field)
    said = contradictions(new, answer=answer_day(leg), above=above_day(file.clocks)) if new else []
    return [f"现在的反馈日期是{day_words(clock.due_on, UNSET)}。", *said, _KEPT]


def confirming(file: CaseFile, _leg: Leg | None, _form: ActForm, _on: date) -> list[str]:
    """What was recorded of the body above, with its paper."""
    row = open_superior_change(file.case)
    if row is None:
        return []
    old = day_words(row.old_report_by, "没有指定")
    becomes = f"改为{day_words(row.new_report_by)}" if row.new_report_by else "撤销交办，不再要求上报，上报职责终止"
    return [f"{row.asked_by.name}登记：上级（{row.number}）原要求上报的日期{old}，{becomes}。", f"理由：{row.reason}"]


def typed_day(form: ActForm, field: str) -> date | None:
    """Return the day that stands in a field by now; None where none can be read yet."""
    value = form[field].value()
    if isinstance(value, date):
        return value
    try:
        return parse_date(str(value or ""))
    except ValueError:
        return None
