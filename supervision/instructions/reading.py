"""What is submitted to leaders as a person may read it: lists, one sheet, what waits for a leader, what a case knows of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse

from cases.lists.paging import PAGE_SIZE, Order, Page, page_by
from cases.models import Case
from cases.places.conditions import at_places
from cases.reading.case_file import CaseFile, readable_subject
from kit.days import day_words
from law.errors import Refused
from law.words import Word
from organizations.authority import holdings
from organizations.mandates import unconfirmed
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from supervision.models.instructions import Submission, SubmissionQuerySet, SubmittedCase
from supervision.models.tasks import Task
from supervision.on_case import SUBMISSIONS, TASKS, on_case
from supervision.tasks.reading import SHOWN as TASK_SHOWN
from supervision.tasks.reading import handles_tasks, task_line
from supervision.words.instructions import SubmissionState
from supervision.words.tasks import TaskSource

BY_DAY_SUBMITTED = Order("submitted_on", descending=True, label="呈阅日期（新的在前）")
SHOWN = ("unit", "leader__unit", "submitted_by", "entered_by")
MOST_WAITING = 50
# Kept on the case, which lives as long as one page.
_KEPT = "_instructions_of_the_case"
TONES = {
    SubmissionState.SUBMITTED: "new",
    SubmissionState.INSTRUCTED: "decided",
    SubmissionState.NOTED: "closed",
    SubmissionState.WITHDRAWN: "stopped",
}


class SubmissionView(Word):
    """Which submissions a list shows."""

    WAITING = "waiting", "待批示"
    ALL = "all", "全部"


def readable(staff: Staff) -> SubmissionQuerySet:
    """Return the submissions that a person may read."""
    rows: SubmissionQuerySet = Submission.objects.readable_by(staff)
    return rows


def waiting_for(staff: Staff, _on: date) -> SubmissionQuerySet:
    """Return what waits for a leader's instruction."""
    return readable(staff).filter(leader=staff, state=SubmissionState.SUBMITTED)


def waiting_at_the_desk(staff: Staff, _on: date) -> SubmissionQuerySet:
    """Return what a person's desk has submitted and what did not come back yet."""
    return readable(staff).filter(at_places(staff, Right.SUBMIT_TO_LEADER), state=SubmissionState.SUBMITTED)


def submits(staff: Staff) -> bool:
    """Tell whether a person submits to leaders."""
    return bool(holdings(staff, Right.SUBMIT_TO_LEADER))


def concerned(staff: Staff) -> bool:
    """Tell whether a person may read any submission at all."""
    return any(holdings(staff, each) for each in (Right.SUBMIT_TO_LEADER, Right.INSTRUCT, Right.CHECK_TASKS))


def page_of_submissions(staff: Staff, view: str, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return a page of submissions, the newest first. Raises Refused: not_permitted, filter_unknown, key_broken."""
    if not concerned(staff):
        raise Refused("not_permitted", "您的角色不呈阅领导、不作批示。可在“权限一览”查看谁可以办理。")
    if view not in set(SubmissionView):
        raise Refused("filter_unknown", f"没有“{view}”这种清单，可用：{'、'.join(SubmissionView)}。")
    rows = readable(staff).select_related(*SHOWN).annotate(place=F("submitted_on"))
    rows = rows.filter(state=SubmissionState.SUBMITTED) if view == SubmissionView.WAITING else rows
    return page_by(BY_DAY_SUBMITTED, rows, after=after, before=before, size=size)


def submission_of(staff: Staff, submission_id: int) -> Submission:
    """Return a submission that a person may read. Raises Refused not_found."""
    found: Submission | None = readable(staff).select_related(*SHOWN).filter(pk=submission_id).first()
    if found is None:
        raise record_not_found()
    return found


def cases_of(submissions: Iterable[Submission], staff: Staff) -> dict[int, list[Case]]:
    """Return the cases of submissions that were read, by the key of the submission: two queries for all of them."""
    links = SubmittedCase.objects.readable_by(staff).filter(submission__in=[each.pk for each in submissions])
    pairs = list(links.order_by("pk").values_list("submission_id", "case_id"))
    rows = Case.objects.visible_to(staff).with_sealed_open(staff).filter(pk__in={case for _, case in pairs})
    found, cases = rows.in_bulk(), dict[int, list[Case]]()
    for submission, case in pairs:
        if case in found:
            cases.setdefault(submission, []).append(found[case])
    return cases


def lines_of(submissions: Iterable[Submission], staff: Staff) -> list[dict[str, Any]]:
    """Return submissions as lists, pages and panels show them."""
    rows = list(submissions)
    cases, unsure = cases_of(rows, staff), _unsure(rows)
    return [submission_line(each, cases.get(each.pk, []), unsure=each.pk in unsure) for each in rows]


def submission_line(each: Submission, cases: list[Case], *, unsure: bool = False) -> dict[str, Any]:
    """Return one submission; ``unsure``: a liaison entered the instruction and his leader has not confirmed the day."""
    state = SubmissionState(each.state)
    return {
        "id": each.pk,
        "url": each.get_absolute_url(),
        "leader": f"{each.leader.name}（{each.leader.position or each.leader.unit.short_name}）",
        "cases": [
            {"number": case.number, "subject": readable_subject(case), "url": reverse("cases:case", args=[case.pk])}
            for case in cases
        ],
        "digest": each.digest,
        "asks": each.asks,
        "state": {"label": state.label, "tone": TONES[state]},
        "submitted": f"{each.unit.short_name}{each.submitted_by.name}{day_words(each.submitted_on)}呈阅",
        "instruction": each.instruction or ("圈阅" if state is SubmissionState.NOTED else ""),
        "instructed": _instructed(each),
        "on": each.instructed_on,
        "unsure": unsure,
    }


def _instructed(each: Submission) -> str:
    if each.instructed_on is None or each.entered_by is None:
        return ""
    said = f"{each.leader.name}{day_words(each.instructed_on)}{'在呈阅单上' if each.on_paper else ''}批示"
    return said if each.entered_by_id == each.leader_id else f"{said}，{each.entered_by.name}{_entered(each)}"


def _entered(each: Submission) -> str:
    return f"{day_words(each.entered_on)}登记" if each.on_paper else "代为录入"


def _unsure(rows: Iterable[Submission]) -> set[int]:
    """Return the keys of those whose instruction a liaison entered and the leader has not confirmed."""
    entered = {
        each.pk: (each.leader_id, each.entered_by_id or 0, each.entered_on or each.submitted_on)
        for each in rows
        if each.entered_by_id != each.leader_id and not each.on_paper
    }
    unsure = unconfirmed(set(entered.values()))
    return {key for key, done in entered.items() if done in unsure}


def instructions_of(file: CaseFile, staff: Staff) -> tuple[list[dict[str, Any]], list[Task]]:
    """Return what was submitted of a case and the tasks of it, as a person may read them; asked once a page."""
    kept: tuple[list[dict[str, Any]], list[Task]] | None = vars(file.case).get(_KEPT)
    if kept is None:
        kept = vars(file.case)[_KEPT] = _read_of(file, staff)
    return kept


def _read_of(file: CaseFile, staff: Staff) -> tuple[list[dict[str, Any]], list[Task]]:
    links, tasks = on_case(file, SUBMISSIONS), on_case(file, TASKS)
    lines, own = list[dict[str, Any]](), list[Task]()
    if links and concerned(staff):
        rows = readable(staff).filter(pk__in=[link.submission_id for link in links])
        lines = lines_of(rows.select_related(*SHOWN).order_by("pk"), staff)
    if tasks and handles_tasks(staff):
        of_case = Task.objects.readable_by(staff).filter(pk__in=[task.pk for task in tasks])
        own = list(of_case.select_related(*TASK_SHOWN).order_by("due_on", "pk"))
    return lines, own


def instruction_panel(file: CaseFile, staff: Staff, on: date) -> dict[str, Any] | None:
    """Return {lines, tasks, submit_url}: the block of the case page; None where there is nothing to show or to do."""
    lines, tasks = instructions_of(file, staff)
    submits_it = file.whole and file.sealed_open and submits(staff)
    if not (lines or tasks or submits_it):
        return None
    url = f"{reverse('supervision:submit')}?number={file.case.number}" if submits_it else ""
    return {"lines": lines, "tasks": [task_line(task, on) for task in tasks], "submit_url": url}


def instruction_events(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return the lines of the timeline: what was instructed, and each task with its day."""
    lines, tasks = instructions_of(file, staff)
    said = [
        {
            "act": "领导批示",
            "on": line["on"],
            "icon": "pen",
            "text": line["instruction"],
            "who": line["leader"],
            "url": line["url"],
        }
        for line in lines
        if line["on"]
    ]
    return said + [
        {
            "act": f"{TaskSource(task.source).label}任务",
            "on": task.given_on,
            "icon": "flag",
            "text": task.what,
            "unit": task.unit.short_name,
            "facts": f"时限：{task.due_on:%Y-%m-%d}",
            "url": task.get_absolute_url(),
        }
        for task in tasks
    ]
