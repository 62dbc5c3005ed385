"""Sheets in the words of pages: lines of a list, cards on a phone, one sheet, the block on a case, lines of its timeline."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.presenting.marks import act_url
from cases.reading.case_file import CaseFile, readable_subject
from cases.sight.accesses import reads_only
from kit.days import day_words
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import OwnershipSheet
from supervision.models.ownership_words import GuaranteeKind, SheetState, Wording
from supervision.ownership.labels import guarantee_labels, labels_of
from supervision.ownership.reading import SheetFile, SheetOnCase, next_date, sheets_on
from supervision.ownership.steps import open_steps

TIPS = {
    "concluded_on": "办结：按程序作出了答复，不等于问题已经解决。",
    "resolved_on": "化解：问题实际解决了，不等于信访人不再信访。",
    "settled_on": "息访：信访人本人书面声明不再就此事信访；不作为办事、帮扶的条件，不计分。",
}
_TONES = {SheetState.PROPOSED: "new", SheetState.OWNED: "moving", SheetState.REPORTED: "decided"}


def state_mark(sheet: OwnershipSheet, on: date) -> dict[str, str]:
    """Return {label, tone} of a sheet; past its limit somebody has to look."""
    if sheet.is_open and not sheet.leader.is_active:
        return {"label": f"{sheet.state_label}，包案领导已离岗，请交接", "tone": "wrong"}
    if sheet.is_open and sheet.until < on:
        return {"label": f"{sheet.state_label}，超过时限{(on - sheet.until).days}天", "tone": "wrong"}
    return {"label": sheet.state_label, "tone": _TONES.get(SheetState(sheet.state), "closed")}


def line_of(sheet: OwnershipSheet, on: date) -> dict[str, Any]:
    """Return a sheet as a line of the list."""
    return {
        "url": sheet.get_absolute_url(),
        "cells": [
            {"label": "编号", "text": sheet.case.number, "sub": readable_subject(sheet.case)},
            {"label": "包案领导", "text": sheet.leader.name, "sub": sheet.leader.position},
            {"label": "实质解决", "text": sheet.settlement.unit.short_name, "sub": sheet.settlement.name},
            {"label": "时限", "text": sheet.until.isoformat(), "sub": _left(sheet.until, on), "kind": "date"},
            {"label": "状态", "state": state_mark(sheet, on)},
        ],
    }


def card_of(sheet: OwnershipSheet, staff: Staff, on: date) -> dict[str, Any]:
    """Return a sheet as a card of 我的包案: what is next, and where it, or a promise, is entered."""
    due, what = next_date(sheet)
    entry = "accept" if sheet.state == SheetState.PROPOSED else "progress"
    return {
        "url": sheet.get_absolute_url(),
        "number": sheet.case.number,
        "subject": readable_subject(sheet.case),
        "state": state_mark(sheet, on),
        "next_on": due,
        "next_what": what,
        "left": _left(due, on),
        "entry_url": reverse("supervision:ownership_step", args=[sheet.pk, entry]),
        "entry": "确认包案" if entry == "accept" else "登记进展",
        "promise_url": act_url(Act.PROMISE, sheet.case_id) if holdings(staff, Act.PROMISE) else "",
        "able": sheet.state in (SheetState.PROPOSED, SheetState.OWNED),
    }


def sheet_page(file: SheetFile, staff: Staff, on: date) -> dict[str, Any]:
    """Return the context of supervision/ownership/sheet.html."""
    sheet, named = file.sheet, guarantee_labels(on, file.sheet.district_id)
    wording = Wording(sheet.wording)
    return {
        "sheet": sheet,
        "case": {"number": file.case.number, "subject": readable_subject(file.case), "url": _case_url(sheet)},
        "state": state_mark(sheet, on),
        "wording": wording.label,
        "labels": labels_of(wording, on, sheet.district_id),
        "who": _who(sheet),
        "results": [_result(sheet, name) for name in TIPS],
        "steps": [
            {"row": row, "left": "" if row.done_on else _left(row.due_on, on), "moved": row.due_on != row.first_due_on}
            for row in file.steps
        ],
        "guarantees": [
            {"label": named[GuaranteeKind(row.kind)], "row": row, "left": "" if row.done_on else _left(row.due_on, on)}
            for row in file.guarantees
        ],
        "file": file,
        "acts": [
            {
                "label": step.label,
                "icon": step.icon,
                "url": reverse("supervision:ownership_step", args=[sheet.pk, step.slug]),
                "why_not": why.message if why else "",
            }
            for step, why in open_steps(sheet, staff, on)
        ],
    }


def _who(sheet: OwnershipSheet) -> list[dict[str, Any]]:
    unit = sheet.settlement.unit
    first = f"原包案领导 {sheet.first_leader.name}" if sheet.first_leader_id != sheet.leader_id else ""
    moved = f"最初时限 {day_words(sheet.first_until)}" if sheet.first_until != sheet.until else ""
    return [
        {"label": "包案领导", "value": f"{sheet.leader.name}（{sheet.unit.short_name}）", "note": first},
        {"label": "程序推进", "value": sheet.procedure.name},
        {"label": "调查处理协调", "value": sheet.coordination.name},
        {"label": "实质解决", "value": f"{sheet.settlement.name}（{unit.short_name}）"},
        {"label": "时限", "value": day_words(sheet.until), "note": moved},
        {"label": "确定包案", "value": day_words(sheet.made_on), "note": sheet.made_by.name},
        {"label": "领导确认", "value": day_words(sheet.accepted_on) or "尚未确认"},
    ]


def _result(sheet: OwnershipSheet, name: str) -> dict[str, Any]:
    tip = TIPS[name]
    return {"label": tip[:2], "value": day_words(getattr(sheet, name)) or "未登记", "note": tip[3:]}


def read_panel(file: CaseFile, staff: Staff, on: date) -> dict[str, Any] | None:
    """Return the block of the case page: who owns the case now, or that it may be given to a leader."""
    found = sheets_on(file)
    able = bool(holdings(staff, Right.MANAGE_OWNERSHIP)) and file.sealed_open and not reads_only(file.case)
    new_url = f"{reverse('supervision:ownership_new')}?number={file.case.number}" if able else ""
    if not found:
        return {"new_url": new_url} if new_url else None
    sheet = found[0].sheet
    latest = next(iter(found[0].progress), None)
    return {
        "sheet": sheet,
        "state": state_mark(sheet, on),
        "who": [*_who(sheet)[:5]] if sheet.is_open else [],
        "latest": latest,
        "earlier": [each.sheet for each in found[1:]],
        "new_url": "" if sheet.is_open else new_url,
    }


def timeline_lines(file: CaseFile, _staff: Staff) -> list[dict[str, Any]]:
    """Return the lines of ownership among the events of a case."""
    return [line for each in sheets_on(file) for line in _lines(each)]


def _lines(owned: SheetOnCase) -> list[dict[str, Any]]:
    sheet = owned.sheet
    url = {"url": sheet.get_absolute_url(), "label": "包案"}
    found: list[dict[str, Any]] = []
    for number, term in enumerate(owned.terms):
        act = "交接包案领导" if number else "领导包案"
        found.append(
            {"act": act, "on": term.from_on, "who": term.leader.name, "facts": term.reason, "icon": "flag", **url}
        )
    for each in owned.progress:
        who = f"{each.hand.name}（代{each.by.name}）" if each.hand else each.by.name
        act = f"包案进展：{each.get_kind_display()}"
        found.append({"act": act, "on": each.on, "who": who, "text": each.text, "icon": "pen", **url})
    if sheet.closed_on:
        who = sheet.closed_by.name if sheet.closed_by else ""
        found.append(
            {
                "act": "包案销号" if sheet.state == SheetState.CLOSED else "撤销包案",
                "on": sheet.closed_on,
                "who": who,
                "icon": "seal",
                **url,
            }
        )
    return found


def _case_url(sheet: OwnershipSheet) -> str:
    return reverse("cases:case", args=[sheet.case_id])


def _left(due: date, on: date) -> str:
    days = (due - on).days
    return f"还有{days}天" if days > 0 else "今天到期" if days == 0 else f"已过{-days}天"
