"""What is done on a task: both doors call these."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cases.models import Case, Involvement
from cases.places.wall import assert_clear
from cases.places.whole_cases import whole_to
from kit.files import CheckedFile
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.models.record import Record
from organizations.record_files import store_record_files
from organizations.recording import Recorded, recording
from organizations.today import today
from supervision.models.tasks import Task
from supervision.tasks.moves import CONFIRM, GIVE, MOVE_DAY, RECEIVE, REPORT, SEND_BACK, WITHDRAW
from supervision.words.tasks import TaskSource


def give_task(
    source: Record, *, unit: Unit, what: str, due_on: date, by: Staff, case: Case | None = None, on: date | None = None
) -> Task:
    """Give a unit a task from a record that was read; of a case only to a unit that has it already (Art. 30).

    Raises Refused: not_found, not_permitted, due_past, unit_without_case, accused_party.
    """
    on = on or today()
    if due_on < on:
        raise Refused("due_past", f"时限{due_on}已经过了，最早是今天{on}。")
    with transaction.atomic():
        if case is not None:
            _assert_reaches(case, unit, by)
        task = Task(
            unit=unit,
            source=source._meta.label_lower,
            source_key=source.pk,
            case=case,
            what=what.strip(),
            due_on=due_on,
            given_by=by,
            given_on=on,
        )
        with recording(GIVE, task, by=by, on=on) as made:
            made.facts = {"source": TaskSource(task.source).name.lower(), "due_on": due_on}
    return task_in(made)


def _assert_reaches(case: Case, unit: Unit, by: Staff) -> None:
    if not whole_to(by).filter(pk=case.pk).exists():
        raise Refused("not_found", "没有这件信访件，或者不在您的查看范围内。")
    assert_clear(case, unit)
    if not Involvement.objects.filter(case=case, unit=unit).exists():
        raise Refused(
            "unit_without_case",
            f"“{unit.name}”没有经手过{case.number}，看不到它，也就看不到这项任务。请先转送、交办或者请求协办，再下达任务。",
        )


def receive_task(task: Task, *, by: Staff, seen: int | None = None, on: date | None = None) -> Task:
    """Take a task up at its unit. Raises Refused as `recording`."""
    with recording(RECEIVE, task, by=by, seen=seen, on=on) as made:
        made.record.received_by, made.record.received_on = by, made.on
    return task_in(made)


def report_task(
    task: Task,
    *,
    report: str,
    by: Staff,
    uploads: Sequence[CheckedFile] = (),
    seen: int | None = None,
    on: date | None = None,
) -> Task:
    """Report what was done, with proofs; whoever had not received it has now. Raises Refused as `recording`."""
    with recording(REPORT, task, by=by, seen=seen, on=on) as made:
        found = made.record
        found.received_by, found.received_on = found.received_by or by, found.received_on or made.on
        found.report, found.reported_by, found.reported_on = report.strip(), by, made.on
        store_record_files(found, uploads, by=by)
    return task_in(made)


def confirm_task(task: Task, *, checked: str, by: Staff, seen: int | None = None, on: date | None = None) -> Task:
    """Confirm as another person that it was done, and how that was checked. Raises Refused: same_person, as `recording`."""
    with recording(CONFIRM, task, by=by, seen=seen, on=on) as made:
        _check(made, checked)
    return task_in(made)


def send_task_back(task: Task, *, checked: str, by: Staff, seen: int | None = None, on: date | None = None) -> Task:
    """Send a report back for what is missing; the day it was due stays. Raises Refused: same_person, as `recording`."""
    with recording(SEND_BACK, task, by=by, seen=seen, on=on) as made:
        _check(made, checked)
    return task_in(made)


def move_due_day(
    task: Task, *, due_on: date, why: str, by: Staff, seen: int | None = None, on: date | None = None
) -> Task:
    """Set another day, with a reason; the old one stays in the history. Raises Refused: due_past, as `recording`."""
    with recording(MOVE_DAY, task, by=by, seen=seen, on=on) as made:
        if due_on < made.on:
            raise Refused("due_past", f"时限{due_on}已经过了，最早是今天{made.on}。")
        made.facts = {"from_day": made.record.due_on, "due_on": due_on}
        made.record.due_on, made.record.checked = due_on, why.strip()
    return task_in(made)


def withdraw_task(task: Task, *, why: str, by: Staff, seen: int | None = None, on: date | None = None) -> Task:
    """Withdraw a task that was given by mistake or has lost its object. Raises Refused as `recording`."""
    with recording(WITHDRAW, task, by=by, seen=seen, on=on) as made:
        made.record.checked = why.strip()
    return task_in(made)


def _check(made: Recorded, checked: str) -> None:
    made.record.checked, made.record.checked_by, made.record.checked_on = checked.strip(), made.by, made.on


def task_in(made: Recorded) -> Task:
    """Return the task of a step that was taken."""
    found: Task = made.record
    return found
