"""Tasks as a person may read them: his unit's, those he checks, those of a record."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.places.conditions import at_places
from kit.days import day_words
from law.errors import Refused
from law.words import Word
from organizations.authority import holdings
from organizations.models import Staff
from organizations.models.record import Record
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models.tasks import OPEN_TASK, UNFINISHED, Task, TaskQuerySet
from supervision.words.tasks import TaskSource, TaskState

BY_DUE_DAY = Order("due_on", descending=False, label="时限（早的在前）")
SHOWN = ("unit", "case", "given_by__unit", "reported_by", "checked_by", "received_by")
TONES = {
    TaskState.GIVEN: "new",
    TaskState.RECEIVED: "moving",
    TaskState.REPORTED: "moving",
    TaskState.CONFIRMED: "closed",
    TaskState.WITHDRAWN: "stopped",
}


class TaskView(Word):
    """Which tasks a list shows."""

    TO_DO = "to_do", "待办"
    TO_CHECK = "to_check", "待核实"
    LATE = "late", "已逾期"
    ALL = "all", "全部"


def to_do(staff: Staff, _on: date) -> TaskQuerySet:
    """Return what a person's units have to do."""
    return _readable(staff).filter(at_places(staff, Right.DO_TASKS), state__in=OPEN_TASK)


def to_check(staff: Staff, _on: date) -> TaskQuerySet:
    """Return what was reported and waits for a second person; his own unit's reports are not his."""
    rows = _readable(staff).filter(at_places(staff, Right.CHECK_TASKS), state=TaskState.REPORTED)
    return (
        rows.exclude(unit__in=[grant.unit_id for grant in staff.grants_in_force])
        .exclude(given_by__in=staff.both)
        .exclude(reported_by__in=staff.both)
    )


def late(staff: Staff, on: date) -> TaskQuerySet:
    """Return what should have been reported before a day and was not."""
    return _readable(staff).filter(state__in=OPEN_TASK, due_on__lt=on)


def _all(staff: Staff, _on: date) -> TaskQuerySet:
    return _readable(staff)


def _readable(staff: Staff) -> TaskQuerySet:
    rows: TaskQuerySet = Task.objects.readable_by(staff)
    return rows


ROWS: dict[TaskView, Callable[[Staff, date], TaskQuerySet]] = {
    TaskView.TO_DO: to_do,
    TaskView.TO_CHECK: to_check,
    TaskView.LATE: late,
    TaskView.ALL: _all,
}


def handles_tasks(staff: Staff) -> bool:
    """Tell whether a person has anything to do with tasks."""
    return any(holdings(staff, right) for right in (Right.DO_TASKS, Right.GIVE_TASKS, Right.CHECK_TASKS))


def page_of_tasks(
    staff: Staff, view: str, on: date, *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return a page of tasks, the earliest due first. Raises Refused: not_permitted, filter_unknown, key_broken."""
    if not handles_tasks(staff):
        raise Refused("not_permitted", "您的角色不办理、也不下达任务。可在“权限一览”查看谁可以办理。")
    if view not in set(TaskView):
        raise Refused("filter_unknown", f"没有“{view}”这种任务清单，可用：{'、'.join(TaskView)}。")
    rows = ROWS[TaskView(view)](staff, on).select_related(*SHOWN).annotate(place=F("due_on"))
    return page_by(BY_DUE_DAY, rows, after=after, before=before, size=size)


def task_of(staff: Staff, task_id: int) -> Task:
    """Return a task that a person may read. Raises Refused not_found."""
    found: Task | None = _readable(staff).select_related(*SHOWN).filter(pk=task_id).first()
    if found is None:
        raise record_not_found()
    return found


def tasks_from(record: Record, staff: Staff) -> "QuerySet[Task]":
    """Return the tasks of one record that a person may read, the earliest due first."""
    rows: QuerySet[Task] = _readable(staff).from_record(record).select_related(*SHOWN).order_by("due_on", "pk")
    return rows


def task_line(task: Task, on: date) -> dict[str, Any]:
    """Return a task as lists and panels show it."""
    return {
        "id": task.pk,
        "url": task.get_absolute_url(),
        "what": task.what,
        "unit": task.unit.name,
        "case": task.case.number if task.case else "",
        "case_url": reverse("cases:case", args=[task.case_id]) if task.case_id else "",
        "due": due_words(task, on),
        "late": is_late(task, on),
        "state": {"label": TaskState(task.state).label, "tone": TONES[TaskState(task.state)]},
        "source": TaskSource(task.source).label,
        "given": f"{task.given_by.name}{day_words(task.given_on)}下达",
        "reported": f"{task.reported_by.name}{day_words(task.reported_on)}反馈" if task.reported_by else "",
        "report": task.report,
        "checked": task.checked,
        "checked_by": f"{task.checked_by.name}{day_words(task.checked_on)}" if task.checked_by else "",
    }


def is_late(task: Task, on: date) -> bool:
    """Tell whether a task was, or is, reported after its day: met late stays late."""
    done = task.reported_on if task.state not in OPEN_TASK else on
    return task.state in (*UNFINISHED, TaskState.CONFIRMED) and done is not None and done > task.due_on


def due_words(task: Task, on: date) -> str:
    """Return the day of a task, with how it stands to it."""
    said = f"{task.due_on:%Y-%m-%d}"
    if task.state not in OPEN_TASK:
        return f"{said}（逾期反馈）" if is_late(task, on) else said
    days = (task.due_on - on).days
    return f"{said}（{'今天' if not days else f'还有{days}天' if days > 0 else f'逾期{-days}天'}）"
