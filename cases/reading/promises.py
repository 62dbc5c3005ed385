"""A promise as a line of its case, and as the petitioner reads it on his receipt and where he looks his case up."""

from collections.abc import Iterable

from cases.models import Promise, PromiseChange
from cases.reading.proceeding import Proceeding, ProceedingKind, said
from kit.days import day_words
from kit.masking import mask_name
from law.promises import PromiseState

HIMSELF = "信访人"


def promise_line(row: Promise) -> Proceeding:
    """Return the line of a promise: who, what, by when, told to whom, and what became of it."""
    details = said(
        ("编号", row.pk),
        ("承诺人", f"{row.promiser.name}（{row.unit.name}）"),
        ("承诺内容", row.text),
        ("完成日期", row.due_on),
        ("最初承诺的日期", row.first_due_on if row.first_due_on != row.due_on else ""),
        ("场合", row.get_occasion_display()),
        ("告知", f"{row.get_told_way_display()}告知{mask_name(row.told_to) or HIMSELF}"),
        *((f"{each.changed_on}改期", _changed(each)) for each in row.changes.all()),
        ("兑现依据", row.get_evidence_display() if row.evidence else ""),
        ("确认人", (row.kept_by.name if row.kept_by else HIMSELF) if row.kept_on else ""),
        ("信访人的话、材料", row.kept_note),
        ("撤回人", row.withdrawn_by.name if row.withdrawn_by else ""),
        ("撤回理由", row.withdrawn_reason),
        ("回访", _visit(row)),
        ("回访情况", row.visit_note),
    )
    status = f"{row.state.label}：{row.due_on}以前完成" if row.open else row.state.label
    ended = row.kept_on or row.withdrawn_on
    return Proceeding(
        ProceedingKind.PROMISE, row.leg_id, row.unit.name, row.promised_on, row.by.name, status, ended, details
    )


def told_lines(promises: Iterable[Promise]) -> list[str]:
    """Return each promise in the words for the petitioner: on the receipt, and where he looks his case up."""
    return [_told(each) for each in promises if each.state is not PromiseState.ENDED]


def _told(row: Promise) -> str:
    told = f"{row.unit.name}{row.promiser.name}于{day_words(row.promised_on)}承诺：{row.text.rstrip('。')}，{day_words(row.first_due_on)}以前完成。"
    if row.due_on != row.first_due_on:
        told += f"后改至{day_words(row.due_on)}。"
    if row.kept_on:
        return f"{told}已于{day_words(row.kept_on)}确认兑现。"
    return f"{told}已于{day_words(row.withdrawn_on)}撤回。" if row.withdrawn_on else told


def _changed(row: PromiseChange) -> str:
    return f"{row.old_due_on}改为{row.new_due_on}，{row.get_told_way_display()}告知；{row.reason}"


def _visit(row: Promise) -> str:
    if row.visited_on and row.visit_unit and row.visited_by:
        return f"{row.visited_on}由{row.visit_unit.name}{row.visited_by.name}回访：{row.get_visit_result_display()}"
    return "已抽到，等候其他单位回访" if row.draw_id else ""
