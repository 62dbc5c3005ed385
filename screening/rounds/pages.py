"""专项排查: the list, drawing one up, one with its cost and its publication."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.addresses import address_of
from kit.days import day_words
from kit.web import staff_only
from organizations.authority import holdings
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from organizations.vocabulary import UnitKind
from screening.models import Theme
from screening.models.words import ThemeState
from screening.people import assert_reads
from screening.rounds.forms import THEME_STEPS, ThemeForm
from screening.rounds.themes import draw_up_theme, page_of_themes, theme_of, today_burden

COLUMNS = [
    {"label": "主题"},
    {"label": "状态", "kind": "narrow"},
    {"label": "填报单位"},
    {"label": "日期", "kind": "middle"},
]


def badge(theme: Theme) -> dict[str, str]:
    """Return the badge of a theme."""
    state = ThemeState(theme.state)
    return {"label": state.label, "tone": "new" if state is ThemeState.DRAFT else "moving"}


def _kinds(theme: Theme) -> str:
    return "、".join(UnitKind(kind).label for kind in theme.kinds)


def _line(theme: Theme) -> dict[str, Any]:
    days = f"{theme.from_day:%Y-%m-%d}至{theme.to_day:%Y-%m-%d}"
    cells: list[dict[str, Any]] = [
        {"text": theme.title},
        {"state": badge(theme)},
        {"text": _kinds(theme)},
        {"text": days},
    ]
    named = [{"label": column["label"], **cell} for column, cell in zip(COLUMNS, cells, strict=True)]
    return {"url": address_of("screening:theme", theme.pk), "cells": named}


@require_safe
@staff_only
def theme_list(request: HttpRequest) -> HttpResponse:
    """List themed screenings. Raises Refused: not_permitted, key_broken."""
    staff = assert_reads(member(request))
    page = page_of_themes(staff, **turn_asked(request.GET))
    arranges = bool(holdings(staff, Right.ARRANGE_SCREENING))
    context = {
        "title": "专项排查",
        "columns": COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "links": [{"url": reverse("screening:theme_new"), "label": "拟定专项排查"}] if arranges else [],
        "nothing": {"title": "没有专项排查", "text": "区级安排的专项排查列在这里。", "icon": "flag"},
        **page.turns(),
    }
    return render(request, "screening/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def theme_new(request: HttpRequest) -> HttpResponse:
    """Draw up a themed screening. Raises Refused not_permitted."""
    staff = assert_reads(member(request))
    form = ThemeForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "拟定专项排查", lambda typed: draw_up_theme(by=staff, on=today(), **typed))


@require_safe
@staff_only
def theme_page(request: HttpRequest, theme_id: int) -> HttpResponse:
    """Show one theme with what it costs. Raises Refused not_found."""
    staff = member(request)
    theme = theme_of(staff, theme_id)
    facts = (
        ("填报单位", _kinds(theme)),
        ("日期", f"{day_words(theme.from_day)}至{day_words(theme.to_day)}"),
        ("依据", theme.why),
        ("增加的填报项", "、".join(theme.questions)),
        ("基层用时", today_burden(theme)),
        ("发布", day_words(theme.published_on)),
    )
    context = {
        "title": theme.title,
        "back": {"url": reverse("screening:themes"), "label": "专项排查"},
        "state": badge(theme),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "buttons": step_buttons(THEME_STEPS, theme, staff, "screening:theme_step"),
        **record_panels(theme),
    }
    return render(request, "screening/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def theme_step(request: HttpRequest, theme_id: int, step: str) -> HttpResponse:
    """Publish a theme. Raises Refused: not_found, and as the step does."""
    theme = theme_of(member(request), theme_id)
    return step_page(request, step_named(THEME_STEPS, step), theme, theme.title)
