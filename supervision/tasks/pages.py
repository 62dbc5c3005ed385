"""The pages of tasks: what waits, and one task with its steps."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.lists.turns import tabs
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.models.tasks import Task
from supervision.tasks.forms import STEPS
from supervision.tasks.reading import TaskView, page_of_tasks, task_line, task_of
from supervision.tasks.steps import step_cards

NOTHING = {"title": "没有任务", "text": "领导批示、会议决议交给本单位的，出现在这里。", "icon": "ok"}


@require_safe
@staff_only
def task_list(request: HttpRequest) -> HttpResponse:
    """List tasks. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on, asked = member(request), today(), request.GET
    view = asked.get("view", TaskView.TO_DO.value)
    page = page_of_tasks(staff, view, on, after=asked.get("after", ""), before=asked.get("before", ""))
    context = {
        "tabs": tabs(TaskView, view, "view"),
        "lines": [task_line(task, on) for task in page.rows],
        "nothing": NOTHING,
        **page.turns(view=view),
    }
    return render(request, "supervision/tasks/list.html", context)


@require_safe
@staff_only
def task_page(request: HttpRequest, task_id: int) -> HttpResponse:
    """Show one task. Raises Refused not_found."""
    return shown(request, task_of(member(request), task_id))


def shown(
    request: HttpRequest, task: Task, *, bound: Any = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    """Draw the page of a task that was read."""
    staff, on = member(request), today()
    context = {
        "line": task_line(task, on),
        "steps": step_cards(task, STEPS, staff, on, bound),
        "refused": refused,
        "back_url": reverse("supervision:tasks"),
        **record_panels(task),
    }
    return render(request, "supervision/tasks/task.html", context, status=status)
