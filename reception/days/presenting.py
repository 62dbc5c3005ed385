"""Rules, reception days and shortfalls as lists and pages show them."""

from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from kit.days import day_words, weekday_words
from reception.models import ReceptionDay, ReceptionRule, ReceptionShortfall
from reception.models.day_words import Attendance, Cadence, DayState, ReceptionKind, ReceptionPost, RuleState

DAY_TONES = {
    DayState.PLANNED: "new",
    DayState.PUBLISHED: "moving",
    DayState.HELD: "closed",
    DayState.MISSED: "wrong",
    DayState.CANCELLED: "stopped",
}
DAY_COLUMNS = [
    {"label": "日期", "kind": "middle"},
    {"label": "接访人", "kind": "middle"},
    {"label": "形式", "kind": "middle"},
    {"label": "空余时段", "kind": "short"},
    {"label": "状态", "kind": "short"},
]
RULE_COLUMNS = [
    {"label": "谁来接访", "kind": "middle"},
    {"label": "多久一次", "kind": "middle"},
    {"label": "时间地点", "kind": "wide"},
    {"label": "起止", "kind": "middle"},
]
SHORTFALL_COLUMNS = [
    {"label": "期间", "kind": "middle"},
    {"label": "谁来接访", "kind": "middle"},
    {"label": "应接访", "kind": "short"},
    {"label": "已接访", "kind": "short"},
    {"label": "列出日期", "kind": "date"},
]


def day_line(day: Any) -> dict[str, Any]:
    """Return a day as components/lines.html draws it."""
    cells = [
        {"label": "日期", "text": weekday_words(day.on), "sub": hours(day)},
        {"label": "接访人", "text": day.name or "待确定", "sub": day.title},
        {"label": "形式", "text": ReceptionKind(day.kind).label, "sub": day.venue},
        {"label": "空余时段", "text": _free(day)},
        {"label": "状态", "state": day_badge(day)},
    ]
    return {"url": day.get_absolute_url(), "cells": cells}


def rule_line(rule: ReceptionRule) -> dict[str, Any]:
    """Return a rule as components/lines.html draws it."""
    cells = [
        {"label": "谁来接访", "text": f"{rule.title}{rule.name}", "sub": ReceptionPost(rule.post).label},
        {"label": "多久一次", "text": cadence_words(rule)},
        {"label": "时间地点", "text": hours(rule), "sub": rule.venue},
        {"label": "起止", "text": f"{rule.from_day:%Y-%m-%d}起", "sub": f"至{rule.to_day}" if rule.to_day else ""},
    ]
    return {"url": rule.get_absolute_url(), "cells": cells}


def shortfall_line(row: ReceptionShortfall) -> dict[str, Any]:
    """Return what fell short as components/lines.html draws it."""
    period = f"{row.since:%Y-%m-%d}" if row.since == row.until else f"{row.since:%Y-%m-%d}至{row.until:%m-%d}"
    cells = [
        {"label": "期间", "text": period},
        {"label": "谁来接访", "text": f"{row.rule.title}{row.rule.name}", "sub": row.rule.unit.short_name},
        {"label": "应接访", "text": str(row.expected)},
        {"label": "已接访", "text": str(row.held)},
        {"label": "列出日期", "text": f"{row.found_on:%Y-%m-%d}"},
    ]
    return {"url": row.rule.get_absolute_url(), "cells": cells}


def day_badge(day: ReceptionDay) -> dict[str, str]:
    """Return the state of a day, as the tag draws it."""
    state = DayState(day.state)
    return {"label": state.label, "tone": DAY_TONES[state]}


def rule_badge(rule: ReceptionRule) -> dict[str, str]:
    """Return the state of a rule, as the tag draws it."""
    state = RuleState(rule.state)
    return {"label": state.label, "tone": "moving" if state is RuleState.IN_FORCE else "stopped"}


def hours(row: Any) -> str:
    """Return the hours of a rule or day."""
    return f"{row.at:%H:%M}至{row.until:%H:%M}"


def cadence_words(rule: ReceptionRule) -> str:
    """Return how often a rule wants somebody to receive."""
    said = {
        Cadence.MONTHLY_DAY: f"每月{rule.number}日，遇休息日顺延",
        Cadence.TIMES_A_MONTH: f"每月不少于{rule.number}次",
        Cadence.TIMES_A_YEAR: f"每年不少于{rule.number}次",
        Cadence.MARKET: f"公历逢{rule.market_days.replace(',', '、')}赶集日",
        Cadence.LUNAR_MARKET: f"农历逢{rule.market_days.replace(',', '、')}赶集日",
    }
    cadence = Cadence(rule.cadence)
    return said.get(cadence, cadence.label)


def day_facts(day: Any) -> list[dict[str, Any]]:
    """Return a day, as components/definitions.html draws it."""
    counts = "计入接访次数" if day.counts else "公布晚了，不计入接访次数"
    return _said(
        [
            {"label": "日期", "value": weekday_words(day.on), "note": hours(day)},
            {"label": "接访人", "value": f"{day.title}{day.name}" if day.name else "待确定"},
            {"label": "形式", "value": ReceptionKind(day.kind).label},
            {"label": "地点", "value": day.venue},
            {"label": "安排单位", "value": day.unit.name},
            {"label": "接访安排", "value": day.rule.title, "url": day.rule.get_absolute_url()} if day.rule else None,
            {"label": "公布", "value": day_words(day.published_on), "note": counts} if day.published_on else None,
            {"label": "空余时段", "value": _free(day)},
            {"label": "到场", "value": _attended(day)},
            {
                "label": "取消",
                "value": f"{day_words(day.cancelled_on)}，{day.cancel_reason}" if day.cancelled_on else "",
            },
        ]
    )


def rule_facts(rule: ReceptionRule) -> list[dict[str, Any]]:
    """Return a rule, as components/definitions.html draws it."""
    until = f"至{day_words(rule.to_day)}" if rule.to_day else "起，至另有安排"
    return _said(
        [
            {"label": "谁来接访", "value": ReceptionPost(rule.post).label},
            {"label": "职务、姓名", "value": f"{rule.title}{rule.name or '（轮值，逐日确定）'}"},
            {"label": "多久一次", "value": cadence_words(rule)},
            {"label": "时间", "value": hours(rule), "note": f"可约{rule.places}个时段"},
            {"label": "地点", "value": rule.venue},
            {"label": "起止", "value": f"{day_words(rule.from_day)}{until}"},
            {"label": "安排单位", "value": rule.unit.name},
            {"label": "接访日", "value": "查看", "url": reverse("reception:days")},
        ]
    )


def department_lines(day: ReceptionDay) -> list[dict[str, Any]]:
    """Return the departments of a joint reception: standing or called, and when each came."""
    return [
        {
            "name": each.unit.name,
            "how": "进驻" if each.standing else "通知到场",
            "called": f"{localtime(each.called_at):%m-%d %H:%M}" if each.called_at else "",
            "arrived": f"{localtime(each.arrived_at):%m-%d %H:%M}" if each.arrived_at else "",
        }
        for each in day.departments.select_related("unit")
    ]


def _free(day: Any) -> str:
    """Return how many places are free, of a day that can be booked."""
    return f"{day.free}（共{day.places}）" if day.state in (DayState.PLANNED, DayState.PUBLISHED) else ""


def _attended(day: ReceptionDay) -> str:
    if not day.attendance:
        return ""
    said = Attendance(day.attendance).label
    return f"{said}（{day.stand_in}），不算本人接访" if day.stand_in else said


def _said(facts: list[dict[str, Any] | None]) -> list[dict[str, Any]]:
    return [fact for fact in facts if fact and fact["value"]]
