"""The pages of instructions: the list, the form of submitting, one sheet with its steps, and the leader's day on a phone."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.mandates import days_to_confirm
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.instructions.actions import submit_to_leader
from supervision.instructions.forms import STEPS, InstructForm, SubmitForm
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
from supervision.tasks.steps import Step, form_rows, step_cards, take_on_page

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
        "tabs": [
            {"label": each.label, "url": f"?{urlencode({'view': each.value})}", "active": each == view}
            for each in SubmissionView
        ],
        "lines": lines_of(page.rows, staff),
        "submits": submits(staff),
        "nothing": NOTHING,
        "older_url": f"?{urlencode({'view': view, 'after': page.after})}" if page.after else "",
        "newer_url": f"?{urlencode({'view': view, 'before': page.before})}" if page.before else "",
    }
    return render(request, "supervision/instructions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def submit(request: HttpRequest) -> HttpResponse:
    """Submit to a leader. Raises Refused as `submit_to_leader`."""
    staff = member(request)
    if not submits(staff):
        raise Refused("not_permitted", "您的角色不呈阅领导。可在“权限一览”查看谁可以呈阅。")
    if request.method != "POST":
        form = SubmitForm(by=staff, initial={"numbers": request.GET.get("number", "")[:40]})
        return _submit_page(request, form)
    form = SubmitForm(request.POST, by=staff)
    if not form.is_valid():
        return _submit_page(request, form, status=422)
    try:
        made = submit_to_leader(by=staff, on=today(), **form.arguments())
    except Refused as refused:
        return RefusedAnswer(_submit_page(request, form, refused=refused).content, refused)
    messages.success(request, "已呈阅，呈阅单可以打印。")
    return redirect(made.get_absolute_url())


def _submit_page(request: HttpRequest, form: SubmitForm, *, refused: Any = None, status: int = 200) -> HttpResponse:
    context = {"form": form, "rows": form_rows(form), "refused": refused}
    return render(request, "supervision/instructions/submit.html", context, status=status)


@require_safe
@staff_only
def submission_page(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show one submission. Raises Refused not_found."""
    return _shown(request, submission_of(member(request), submission_id))


def _shown(
    request: HttpRequest, submission: Submission, *, bound: Any = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    staff, on = member(request), today()
    context = {
        "line": lines_of([submission], staff)[0],
        "lines": [task_line(task, on) for task in tasks_from(submission, staff)],
        "steps": step_cards(submission, STEPS, staff, on, bound),
        "refused": refused,
        **record_panels(submission),
    }
    return render(request, "supervision/instructions/submission.html", context, status=status)


def step_page(step: Step) -> Callable[..., HttpResponse]:
    """Return the view that takes one step of a submission."""

    @require_POST
    @staff_only
    def take(request: HttpRequest, submission_id: int) -> HttpResponse:
        """Take it. Raises Refused not_found."""
        staff = member(request)
        done = take_on_page(request, submission_of(staff, submission_id), step, staff, _shown)
        if isinstance(done, HttpResponse):
            return done
        messages.success(request, step.said)
        return redirect("supervision:today" if "today" in request.POST else done.get_absolute_url())

    view: Callable[..., HttpResponse] = take
    return view


@require_safe
@staff_only
def leaders_day(request: HttpRequest) -> HttpResponse:
    """今日呈阅: what waits for this leader, his liaison's days to confirm, and tasks that are late; for a phone."""
    staff, on = member(request), today()
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
    }
    return render(request, "supervision/instructions/today.html", context)
