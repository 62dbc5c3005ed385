"""The pages of instructions: the list, the form of submitting, one sheet with its steps, and the leader's day on a phone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.lists.turns import tabs
from kit.web import staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.mandates import days_to_confirm
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.instructions.forms import STEPS, InstructForm
from supervision.instructions.reading import (
    MOST_WAITING,
    SHOWN,
    SubmissionView,
    lines_of,
    page_of_submissions,
    submission_of,
    submits,
    waiting_for,
)
from supervision.models.instructions import Submission
from supervision.tasks.reading import SHOWN as TASK_SHOWN
from supervision.tasks.reading import late, task_line, tasks_from
from supervision.tasks.steps import form_rows, step_cards

NOTHING = {"title": "没有呈阅件", "text": "在信访件页面按“呈阅领导”，或者按右上角的“呈阅”。", "icon": "ok"}
NOTHING_TODAY = {"title": "今日没有待批示的", "text": "呈阅给您的信访件出现在这里。", "icon": "ok"}
MOST_LATE = 20


@require_safe
@staff_only
def submission_list(request: HttpRequest) -> HttpResponse:
    """List submissions. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, asked = member(request), request.GET
    view = asked.get("view", SubmissionView.WAITING.value)
    page = page_of_submissions(staff, view, after=asked.get("after", ""), before=asked.get("before", ""))
    context = {
        "tabs": tabs(SubmissionView, view, "view"),
        "lines": lines_of(page.rows, staff),
        "submits": submits(staff),
        "nothing": NOTHING,
        **page.turns(view=view),
    }
    return render(request, "supervision/instructions/list.html", context)


@require_safe
@staff_only
def submission_page(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show one submission. Raises Refused not_found."""
    return shown(request, submission_of(member(request), submission_id))


def shown(
    request: HttpRequest, submission: Submission, *, bound: Any = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a submission that was read."""
    staff, on = member(request), today()
    context = {
        "line": lines_of([submission], staff)[0],
        "lines": [task_line(task, on) for task in tasks_from(submission, staff)],
        "steps": step_cards(submission, STEPS, staff, on, bound),
        "refused": refused,
        **record_panels(submission),
    }
    return render(request, "supervision/instructions/submission.html", context, status=status)


@require_safe
@staff_only
def leaders_day(request: HttpRequest) -> HttpResponse:
    """今日呈阅: what waits for this leader, his liaison's days to confirm, and tasks that are late; for a phone.

    Raises Refused not_permitted.
    """
    staff, on = member(request), today()
    if not holdings(staff, Right.INSTRUCT):
        raise Refused("not_permitted", "“今日呈阅”是领导批示用的。可在“权限一览”查看谁可以批示。")
    rows = waiting_for(staff, on).select_related(*SHOWN).order_by("submitted_on", "pk")
    found = list(rows[:MOST_WAITING])
    cards = []
    for line, each in zip(lines_of(found, staff), found, strict=True):
        form = InstructForm(by=staff, record=each, initial={"seen": each.version}, auto_id=f"instruct_{each.pk}_%s")
        cards.append({**line, "form": form, "rows": form_rows(form), "post_url": f"{line['url']}instruct/"})
    overdue = late(staff, on).select_related(*TASK_SHOWN).order_by("due_on", "pk")[:MOST_LATE]
    context = {
        "cards": cards,
        "days": [] if staff.hand else days_to_confirm(staff),
        "lines": [task_line(task, on) for task in overdue],
        "nothing": NOTHING_TODAY,
        "most": MOST_WAITING if len(found) == MOST_WAITING else 0,
    }
    return render(request, "supervision/instructions/today.html", context)
