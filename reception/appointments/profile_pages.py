"""接访人员介绍: the list, one of them, its steps."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.days import day_words
from kit.web import staff_only
from organizations.authority import holdings
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.views.people import member
from reception.appointments.forms import ProfileForm
from reception.appointments.profiles import PROPOSE, profile_of, propose_profile
from reception.appointments.steps import PROFILE_STEPS
from reception.models import ReceiverProfile
from reception.models.day_words import ProfileState

_TONES = {ProfileState.PROPOSED: "new", ProfileState.PUBLISHED: "moving", ProfileState.WITHDRAWN: "stopped"}
_NEWEST = Order("written_on", descending=True, label="新的在前")
_COLUMNS = [
    {"label": "接访人", "kind": "middle"},
    {"label": "分管、熟悉的工作", "kind": "wide"},
    {"label": "状态", "kind": "middle"},
]
_NOTHING = {"title": "还没有接访人员介绍", "text": "拟写后由本人同意公开，群众就可以点名约访。", "icon": "person"}


def page_of_profiles(staff: Staff, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of the profiles of a person's district, the newest first. Raises Refused key_broken."""
    rows = ReceiverProfile.objects.readable_by(staff).select_related("person__unit")
    return page_by(_NEWEST, rows.annotate(place=F("written_on")), after=after, before=before, size=size)


@require_safe
@staff_only
def profile_list(request: HttpRequest) -> HttpResponse:
    """List the profiles of the district. Raises Refused key_broken."""
    staff = member(request)
    page = page_of_profiles(staff, **turn_asked(request.GET))
    new = {"label": "拟写介绍", "url": reverse("reception:profile_new"), "tone": "primary"}
    context: dict[str, Any] = {
        "title": "接访人员介绍",
        "columns": _COLUMNS,
        "lines": [_line(row) for row in page.rows],
        "nothing": _NOTHING,
        "doors": [new] if holdings(staff, Right.ARRANGE_RECEPTION) else [],
        **page.turns(),
    }
    return render(request, "reception/days.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def profile_new(request: HttpRequest) -> HttpResponse:
    """Write what a profile would say. Raises Refused not_permitted."""
    staff = member(request)
    form = ProfileForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, PROPOSE.verb.label, lambda typed: propose_profile(by=staff, **typed))


@require_safe
@staff_only
def profile_page(request: HttpRequest, profile_id: int) -> HttpResponse:
    """Show one profile. Raises Refused not_found."""
    staff = member(request)
    row = profile_of(staff, profile_id)
    context = {
        "title": "接访人员介绍",
        "back": {"url": reverse("reception:profiles"), "label": "各位接访人员"},
        "state": _badge(row),
        "facts": [
            {"label": "接访人", "value": row.person.name, "note": row.person.unit.name},
            {"label": "职务", "value": row.title},
            {"label": "分管、熟悉的工作", "value": row.charge},
            {"label": "会说的方言、语言", "value": row.languages},
            {"label": "本人同意", "value": day_words(row.consented_on)},
        ],
        "buttons": step_buttons(PROFILE_STEPS, row, staff, "reception:profile_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def profile_step(request: HttpRequest, profile_id: int, step: str) -> HttpResponse:
    """Take one step of a profile. Raises Refused: not_found, and as the step does."""
    row = profile_of(member(request), profile_id)
    return step_page(request, step_named(PROFILE_STEPS, step), row, f"{row.title}{row.person.name}")


def _line(row: ReceiverProfile) -> dict[str, Any]:
    cells = [
        {"label": "接访人", "text": f"{row.title}{row.person.name}", "sub": row.person.unit.short_name},
        {"label": "分管、熟悉的工作", "text": row.charge, "sub": row.languages},
        {"label": "状态", "state": _badge(row)},
    ]
    return {"url": row.get_absolute_url(), "cells": cells}


def _badge(row: ReceiverProfile) -> dict[str, str]:
    state = ProfileState(row.state)
    return {"label": state.label, "tone": _TONES[state]}
