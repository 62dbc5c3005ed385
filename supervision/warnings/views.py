"""预警: what a person has been warned of and still has to do, or to see to."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.lists.case_rows import chip
from cases.reading.case_file import CaseFile, readable_subject
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from law.warning_stages import Colour, Level
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member
from supervision.models import Alert, AlertSilence
from supervision.on_case import ALERTS, on_case
from supervision.warnings.answering import answer_red, note_opened
from supervision.warnings.forms import SilenceForm
from supervision.warnings.reading import (
    MOST_SHOWN,
    Group,
    delivery_words,
    duty_words,
    grouped,
    one_of_mine,
    opened,
    shown,
    stage_words,
)
from supervision.warnings.silencing import silence

_TONES = {Colour.RED: "red", Colour.ORANGE: "orange", Colour.YELLOW: "yellow", Colour.BLUE: "green"}
# How many lines of a case's proof stand open; the rest is one click away.
_LATEST = 4
_NOTHING = {"title": "没有预警", "text": "您承办、负责或者督查的期限临近、超期时，会列在这里。", "icon": "ok"}


@require_safe
@staff_only
def warnings(request: HttpRequest) -> HttpResponse:
    """Show a person's warnings, grouped; what is shown is seen, save the red ones."""
    staff = member(request)
    alerts = shown(staff)
    groups = grouped(alerts)
    context = {
        "groups": [_group(each, today()) for each in groups],
        "red": sum(each.unanswered for each in groups if each.colour is Colour.RED),
        "more": len(alerts) == MOST_SHOWN,
        "most": MOST_SHOWN,
        "nothing": _NOTHING,
    }
    if request.method == "GET":
        note_opened(staff, alerts)
    return render(request, "supervision/warnings/mine.html", context)


@require_POST
@staff_only
def answered(request: HttpRequest) -> HttpResponse:
    """Take the tap that red warnings ask for."""
    number = answer_red(member(request))
    messages.success(
        request, f"已知悉{number}项超期预警；办理以后它们才会消失。" if number else "没有待知悉的超期预警。"
    )
    return redirect(reverse("supervision:warnings"))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def silenced(request: HttpRequest, alert_id: int) -> HttpResponse:
    """Put off that a date is pushed: say why, and until when. Raises Refused not_found."""
    staff, form, refused = member(request), SilenceForm(request.POST if request.method == "POST" else None), None
    alert = one_of_mine(staff, alert_id)
    if request.method == "POST" and form.is_valid():
        try:
            silence(alert_id, by=staff, on=today(), **form.cleaned_data)
        except Refused as why:
            refused = why
        else:
            messages.success(request, "已记下；到期以后恢复提醒。")
            return redirect(reverse("supervision:warnings"))
    context = {"alert": _head(alert), "form": form, "refused": refused}
    status = 422 if form.is_bound and not form.is_valid() else 200
    answer = render(request, "supervision/warnings/silence.html", context, status=status)
    return RefusedAnswer(answer.content, refused) if refused else answer


def _head(alert: Alert) -> dict[str, Any]:
    return {
        "number": alert.case.number if alert.case else "",
        "unit": alert.unit.short_name,
        "duty": duty_words(alert.duty),
        "due_on": alert.due_on,
    }


def _group(group: Group, on: date) -> dict[str, Any]:
    first = min(group.alerts, key=lambda each: each.due_on)
    words = "超期" if group.colour is Colour.RED else "将到期"
    return {
        "tone": _TONES[group.colour],
        "colour": group.colour.label,
        "unit": group.unit.short_name,
        "said": f"{words}{len(group.alerts)}项，最早{first.due_on:%Y-%m-%d}到期",
        "unanswered": group.unanswered if group.colour is Colour.RED else 0,
        "lines": [_line(each, on) for each in group.alerts],
        "open": len(group.alerts) <= 5,
    }


def _line(alert: Alert, on: date) -> dict[str, Any]:
    return {
        "url": alert.url,
        "number": alert.case.number if alert.case else duty_words(alert.duty),
        "subject": readable_subject(alert.case) if alert.case else "",
        "due": chip(alert.due_on, on, duty_words(alert.duty)),
        "duty": duty_words(alert.duty),
        "due_on": alert.due_on,
        "silence_url": reverse("supervision:warning_silence", args=[alert.pk]) if alert.level else "",
        "silenced": _silenced(alert.silence),
        "handler": alert.leg.handler.name if alert.leg and alert.leg.handler else "",
        "instead_of": alert.instead_of.name if alert.instead_of else "",
    }


def _silenced(held: AlertSilence | None) -> str:
    return f"{held.by.name}：{held.reason}，{held.to_day:%m-%d}以前不发消息" if held else ""


def read_proof(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return the lines of the panel 预警证明; None where nobody was warned of the case."""
    rows = opened(on_case(file, ALERTS), staff) if file.whole else []
    lines = [proof_line(each) for each in rows]
    return {"latest": lines[:_LATEST], "earlier": lines[_LATEST:]} if lines else None


def proof_line(alert: Alert) -> dict[str, Any]:
    """Return one warning of a case: who, when, of what, by what, and what is known of it since."""
    return {
        "on": alert.on,
        "colour": {"label": Colour(alert.colour).label, "tone": _TONES[Colour(alert.colour)]},
        "what": f"{duty_words(alert.duty)}（{alert.unit.short_name}，{alert.due_on:%Y-%m-%d}到期）",
        "stage": stage_words(alert.stage),
        "who": f"{alert.staff.name}（{alert.staff.unit.short_name}）",
        "level": Level(alert.level).label,
        "instead_of": alert.instead_of.name if alert.instead_of else "",
        "delivery": delivery_words(alert),
        "seen_at": alert.seen_at,
    }
