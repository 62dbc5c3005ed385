"""Appointments as lists and pages show them; no petitioner's name, no telephone number."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from kit.days import day_words, weekday_words
from reception.models import Appointment, Seat, Undertaking
from reception.models.day_words import AppointmentKind, SeatRole
from reception.models.day_words import AppointmentState as State

TONES = {
    State.BOOKED: "new",
    State.DISPLACED: "wrong",
    State.OFFERED: "moving",
    State.ANSWERED: "decided",
    State.TRACKED: "moving",
    State.SETTLED: "closed",
    State.ABSENT: "stopped",
    State.WITHDRAWN: "stopped",
}
COLUMNS = [
    {"label": "信访件", "kind": "middle"},
    {"label": "时间", "kind": "middle"},
    {"label": "接访人", "kind": "middle"},
    {"label": "怎样约的", "kind": "short"},
    {"label": "状态", "kind": "middle"},
]


def appointment_line(row: Appointment) -> dict[str, Any]:
    """Return an appointment as components/lines.html draws it."""
    untold = "，待告知" if row.displaced_at and row.told_on is None else ""
    cells = [
        {"label": "信访件", "text": row.case.number},
        {"label": "时间", "text": when(row)},
        {"label": "接访人", "text": row.day.name, "sub": row.day.title},
        {"label": "怎样约的", "text": AppointmentKind(row.kind).label},
        {"label": "状态", "state": badge(row), "sub": untold},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def badge(row: Appointment) -> dict[str, str]:
    """Return the state of an appointment, as the tag draws it."""
    state = State(row.state)
    return {"label": state.label, "tone": TONES[state]}


def when(row: Appointment) -> str:
    """Return the day and time of an appointment; of one that has lost its place, the day that was called off."""
    at = f" {row.slot.at:%H:%M}" if row.slot else "（原定）"
    return f"{day_words(row.on)}{at}"


def appointment_facts(row: Appointment) -> list[dict[str, Any]]:
    """Return an appointment, as components/definitions.html draws it."""
    day = row.day
    # How he rated is read as a month of five and more, by nobody alone.
    rated = f"已评价，{row.rated_by.name}登记" if row.rated_by else ""
    told = "" if row.displaced_at is None else day_words(row.told_on) or "还没有告知，请打电话"
    facts: list[dict[str, Any]] = [
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "接访日", "value": weekday_words(day.on), "url": day.get_absolute_url()},
        {"label": "时间", "value": when(row)},
        {"label": "接访人", "value": f"{day.title}{day.name}"},
        {"label": "地点", "value": day.venue},
        {"label": "怎样约的", "value": f"{AppointmentKind(row.kind).label}，{row.people}人次"},
        {"label": "登记", "value": f"{day_words(row.booked_on)}，{row.booked_by.name}"},
        {"label": "变动告知", "value": told},
        {"label": "答复、研究情况", "value": row.reply, "wide": True},
        {"label": "接访", "value": day_words(row.received_on)},
        {"label": "落实", "value": day_words(row.settled_on)},
        {"label": "来访人评价", "value": rated},
    ]
    return [fact for fact in facts if fact["value"]]


def seat_lines(rows: list[Seat]) -> list[dict[str, str]]:
    """Return who sits there: [{role, name, body, called, arrived}]."""
    return [
        {
            "role": SeatRole(each.role).label,
            "name": each.name,
            "body": each.body,
            "called": _moment(each.called_at),
            "arrived": _moment(each.arrived_at),
        }
        for each in rows
    ]


def undertaking_lines(rows: list[Undertaking], on: date) -> list[dict[str, Any]]:
    """Return who does what by which day: [{demand, level, what, who, due, late, done, note}]."""
    return [
        {
            "demand": f"第{each.demand.number}项诉求" if each.demand else "",
            "level": SeatRole(each.level).label,
            "what": each.what,
            "who": f"{each.person.name}（{each.person.unit.short_name}）",
            "due": f"{each.due_on:%Y-%m-%d}",
            "late": each.done_on is None and each.due_on < on,
            "done": f"{each.done_on:%Y-%m-%d}" if each.done_on else "",
            "note": each.done_note,
        }
        for each in rows
    ]


def _moment(at: Any) -> str:
    return f"{localtime(at):%m-%d %H:%M}" if at else ""
