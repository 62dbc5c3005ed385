"""回访: the list, a visit with its steps, what a unit is told."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.counting import capped_count
from cases.lists.paging import Page
from cases.lists.turns import turn_asked
from cases.record_steps import step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.views.people import member
from supervision.models import VisitCall
from supervision.visits.lists import VisitList, arranges, assert_visits, page_of_feedback, page_of_visits, visits
from supervision.visits.presenting import (
    FEEDBACK_COLUMNS,
    VISIT_COLUMNS,
    call_events,
    feedback_facts,
    feedback_line,
    feedback_state,
    state_badge,
    visit_facts,
    visit_line,
)
from supervision.visits.steps import FEEDBACK_STEPS, VISIT_STEPS, feedback_of, visit_of


@require_safe
@staff_only
def visit_list(request: HttpRequest) -> HttpResponse:
    """List visits: those of one's own, or what waits. Raises Refused: not_permitted, key_broken."""
    staff = member(request)
    assert_visits(staff)
    offered = list(VisitList) if arranges(staff) else [VisitList.MINE, VisitList.ALL]
    what = next((each for each in offered if each == request.GET.get("list")), offered[0])
    page = page_of_visits(staff, what, **turn_asked(request.GET))
    context = {
        "tabs": [{"label": each.label, "url": f"?list={each.value}", "active": each is what} for each in offered],
        "columns": VISIT_COLUMNS,
        "lines": [visit_line(visit) for visit in page.rows],
        "pager": pager_of(page, capped_count(visits(staff, what)), {"list": what.value}),
        "arranges": arranges(staff),
        "nothing": {"title": "没有回访", "text": "抽取、指派以后，要做的回访在这里。", "icon": "phone"},
    }
    return render(request, "supervision/visits/visits.html", context)


@require_safe
@staff_only
def feedback_list(request: HttpRequest) -> HttpResponse:
    """List the feedback that a person may read: to his unit, or given by the office. Raises Refused key_broken."""
    page = page_of_feedback(member(request), **turn_asked(request.GET))
    context = {
        "columns": FEEDBACK_COLUMNS,
        "lines": [feedback_line(told) for told in page.rows],
        **page.turns(),
        "nothing": {"title": "没有回访反馈", "text": "信访部门回访后需要改进的，在这里反馈。", "icon": "chat"},
    }
    return render(request, "supervision/visits/feedback_list.html", context)


@require_safe
@staff_only
def visit_page(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Show one visit and the steps that are open to this person. Raises Refused not_found."""
    staff = member(request)
    visit = visit_of(staff, visit_id)
    calls = list(VisitCall.objects.readable_by(staff).filter(visit=visit).select_related("by"))
    context = {
        "visit": visit,
        "state": state_badge(visit),
        "facts": visit_facts(visit),
        "calls": call_events(calls),
        "buttons": step_buttons(VISIT_STEPS, visit, staff, "supervision:visit_step"),
        **record_panels(visit),
    }
    return render(request, "supervision/visits/visit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def visit_step(request: HttpRequest, visit_id: int, step: str) -> HttpResponse:
    """Take a step of a visit. Raises Refused: not_found, and as the step does."""
    visit = visit_of(member(request), visit_id)
    said = f"{visit.case.number}　{visit.leg.unit.name}"
    return step_page(request, step_named(VISIT_STEPS, step), visit, said)


@require_safe
@staff_only
def feedback_page(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Show what a unit was told, and what it replied. Raises Refused not_found."""
    staff = member(request)
    told = feedback_of(staff, feedback_id)
    context = {
        "state": feedback_state(told),
        "facts": feedback_facts(told),
        "buttons": step_buttons(FEEDBACK_STEPS, told, staff, "supervision:visit_feedback_step"),
        **record_panels(told),
    }
    return render(request, "supervision/visits/feedback.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def feedback_step(request: HttpRequest, feedback_id: int, step: str) -> HttpResponse:
    """Take a step of a piece of feedback. Raises Refused: not_found, and as the step does."""
    told = feedback_of(member(request), feedback_id)
    return step_page(request, step_named(FEEDBACK_STEPS, step), told, f"{told.case.number}　{told.unit.name}")


def pager_of(page: Page, count: str, kept: Mapping[str, str]) -> dict[str, Any]:
    """Return the pager of a list."""
    return {
        "count": count,
        "note": "",
        "next_url": f"?{urlencode({**kept, 'after': page.after})}" if page.after else None,
        "previous_url": f"?{urlencode({**kept, 'before': page.before})}" if page.before else None,
    }
