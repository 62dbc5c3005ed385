"""The pages of meetings: what is due and what was held, calling one, one meeting with its steps, its minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.meetings.forms import STEPS
from supervision.meetings.reading import (
    agenda_lines,
    cadence_rows,
    convenes,
    meeting_line,
    meeting_of,
    minutes_of,
    page_of_meetings,
    people_lines,
)
from supervision.models.meetings import Meeting, Minutes
from supervision.tasks.reading import task_line, tasks_from
from supervision.tasks.steps import step_cards

NOTHING = {"title": "没有会议", "text": "请您参加的、本单位召集的会议出现在这里。", "icon": "people"}


@require_safe
@staff_only
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Show what is due this year, for who calls meetings, and the meetings that this person may read."""
    staff, asked = member(request), request.GET
    page = page_of_meetings(staff, after=asked.get("after", ""), before=asked.get("before", ""))
    context = {
        "cadences": cadence_rows(staff, today()) if convenes(staff) else [],
        "convenes": convenes(staff),
        "lines": [meeting_line(meeting) for meeting in page.rows],
        "nothing": NOTHING,
        **page.turns(),
    }
    return render(request, "supervision/meetings/list.html", context)


@require_safe
@staff_only
def meeting_page(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Show one meeting. Raises Refused not_found."""
    return shown(request, meeting_of(member(request), meeting_id))


def shown(
    request: HttpRequest, meeting: Meeting, *, bound: Any = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a meeting that was read."""
    staff, on = member(request), today()
    minutes = Minutes.objects.readable_by(staff).filter(meeting=meeting).first()
    context = {
        "line": meeting_line(meeting),
        "agenda": agenda_lines(meeting, staff),
        "people": people_lines(meeting),
        "lines": [task_line(task, on) for task in tasks_from(meeting, staff)],
        "minutes_url": minutes.get_absolute_url() if minutes else "",
        "steps": step_cards(meeting, STEPS, staff, on, bound),
        "refused": refused,
        **record_panels(meeting),
    }
    return render(request, "supervision/meetings/meeting.html", context, status=status)


@require_safe
@staff_only
def minutes_page(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """Show the minutes of a meeting with their letter. Raises Refused not_found."""
    minutes = minutes_of(member(request), minutes_id)
    context = {"minutes": minutes, "line": meeting_line(minutes.meeting), **record_panels(minutes)}
    return render(request, "supervision/meetings/minutes.html", context)
