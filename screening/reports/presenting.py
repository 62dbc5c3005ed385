"""Reports as pages show them."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.urls import reverse

from kit.addresses import address_of
from kit.days import day_words
from organizations.models import Staff
from screening.models import Report, Round
from screening.models.words import ReportSource
from screening.reports.actions import groups_of
from screening.reports.reading import Owed


def owed_cards(owed: list[Owed], on: date) -> list[dict[str, Any]]:
    """Return a card a round: what is owed when, and the one tap of a zero report where nothing was reported yet."""
    return [
        {
            "title": f"{each.round.label}",
            "unit": each.unit.name,
            "due": f"{day_words(each.round.due_on)}前报",
            "late": each.report is None and on > each.round.due_on,
            "said": report_words(each.report) if each.report else "",
            "state": report_badge(each.report),
            "url": reverse("screening:report", args=[each.round.pk, each.unit.pk]),
            "more_url": each.report.get_absolute_url() if each.report else "",
            "dispute_url": f"{reverse('screening:dispute_new')}?unit={each.unit.pk}",
            # Sent twice from one page it is one report.
            "client_id": str(uuid4()),
            "asks": bool(each.round.theme and each.round.theme.questions),
        }
        for each in owed
    ]


def report_badge(report: Report | None) -> dict[str, str]:
    """Return the badge of what was reported of a round."""
    if report is None:
        return {"label": "还没有报", "tone": "new"}
    words = "零报告" if report.zero else "有情况"
    return {"label": f"{words}（迟报）" if report.late else words, "tone": "decided" if report.zero else "moving"}


def report_words(report: Report) -> str:
    """Return who reported when."""
    proxy = "代报" if report.proxy else "填报"
    return f"{report.reported_by.name}，{day_words(report.reported_on)}{proxy}"


def report_facts(report: Report) -> list[dict[str, Any]]:
    """Return a report as components/definitions.html shows it."""
    corrects = report.corrects
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("期次", report.round.label, {}),
        ("单位", report.unit.name, {}),
        ("内容", "本期无情况（零报告）" if report.zero else "有情况，见矛盾纠纷", {}),
        ("填报", report_words(report), {}),
        ("谁来电报告", report.told_by, {}),
        ("应报日期", f"{day_words(report.round.due_on)}{'，迟报' if report.late else ''}", {}),
        ("各组情况", _groups(report), {"wide": True}),
        ("来源", ReportSource(report.source).label, {}),
        ("更正", "更正以前的报告" if corrects else "", {"url": corrects.get_absolute_url()} if corrects else {}),
        ("现在的报告", "" if report.current else "已被后来的更正代替，保留备查", {}),
        *((question, answer, {"wide": True}) for question, answer in report.answers.items()),
    ]
    return [{"label": label, "value": value, **more} for label, value, more in facts if value]


def _groups(report: Report) -> str:
    if not report.groups:
        return ""
    names = {group.pk: group.short_name for group in groups_of(report.unit, report.reported_on)}
    said = [
        f"{names.get(each['unit'], '原有的组')}{'无' if each['nothing'] else '有'}{'（来电）' if each['phoned'] else ''}"
        for each in report.groups
    ]
    every = all(each["nothing"] and not each["phoned"] for each in report.groups)
    return f"各组均无（{len(said)}个组）" if every else "、".join(said)


def report_line(report: Report) -> dict[str, Any]:
    """Return a report as a row of components/lines.html."""
    texts = (report.round.label, report.unit.short_name, f"{report.reported_on:%Y-%m-%d}", report.reported_by.name)
    cells: list[dict[str, Any]] = [
        {"label": column["label"], "text": text} for column, text in zip(REPORT_COLUMNS, texts, strict=False)
    ]
    cells.append({"label": "内容", "state": report_badge(report)})
    return {"url": address_of("screening:report_page", report.pk), "cells": cells}


REPORT_COLUMNS = [
    {"label": "期次"},
    {"label": "单位"},
    {"label": "填报日期", "kind": "date"},
    {"label": "填报人", "kind": "narrow"},
    {"label": "内容", "kind": "narrow"},
]


def under_the_name_of(staff: Staff, round_: Round) -> str:
    """Say under whose name a report stands before it is sent."""
    return f"以“{staff.name}”的名义填报“{round_.label}”，{day_words(round_.due_on)}前报为按时。"
