"""What leaders and units do with instructions on a day of a simulated district; the demonstration shows one day of it."""

from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from cases.models import Leg
from law.procedure import OPEN_LEG
from organizations.models import Staff
from organizations.roles import Role
from organizations.simulated import World
from supervision.instructions.actions import instruct, submit_to_leader
from supervision.instructions.giving import give_tasks
from supervision.models.instructions import Submission, SubmittedCase
from supervision.models.tasks import OPEN_TASK, Task
from supervision.tasks.actions import confirm_task, report_task
from supervision.words.instructions import SubmissionState
from supervision.words.tasks import TaskState

_A_DAY, _ANSWERED, _REPORTED, _CHECKED = 0.4, 0.6, 0.25, 0.5
_MOST_LOOKED_AT = 200
_WEEKS = timedelta(days=21)
_DIGEST = "反映的问题涉及两个以上单位，责任单位正在办理，群众盼望早日有结果。"
_SAID = ("请责任单位依法依政策抓紧办理，结果报我。", "请信访局牵头会商，按期答复。", "同意拟办建议。")


def live_with_instructions(day: date, random: Random, world: World) -> int:
    """Let the office submit, the leader instruct, units report and the supervisor check; returns how many deeds."""
    before = sum(world.done.values())
    if random.random() < _A_DAY:
        submit_one(day, random, world)
    for submission in Submission.objects.filter(state=SubmissionState.SUBMITTED).order_by("pk"):
        if random.random() < _ANSWERED:
            answer(submission, day, random, world)
    for task in Task.objects.filter(state__in=OPEN_TASK).select_related("unit").order_by("pk"):
        if random.random() < _REPORTED:
            report(task, day, world)
    for task in Task.objects.filter(state=TaskState.REPORTED).order_by("pk"):
        if random.random() < _CHECKED:
            check(task, day, world)
    return sum(world.done.values()) - before


def submit_one(day: date, random: Random, world: World) -> None:
    """Submit one open case that accuses nobody to the leader."""
    legs = Leg.objects.filter(state__in=OPEN_LEG, case__sealed=False, case__district=world.area).order_by("pk")
    found, by, leader = (
        list(legs.select_related("case")[:_MOST_LOOKED_AT]),
        _one(world, Role.ROUTER),
        _one(world, Role.LEADER),
    )
    if not (found and by and leader):
        return
    case = random.choice(found).case
    world.attempt("submit", lambda: submit_to_leader([case], leader=leader, digest=_DIGEST, by=by, on=day))


def answer(submission: Submission, day: date, random: Random, world: World) -> None:
    """Let the leader instruct, and the coordinator make a task of it for each case's unit."""
    said, by = random.choice(_SAID), _one(world, Role.COORDINATOR)
    done = world.attempt(
        "instruct", lambda: instruct(submission, decision="instructed", instruction=said, by=submission.leader, on=day)
    )
    if not (done and by):
        return
    for link in SubmittedCase.objects.filter(submission=submission).order_by("pk"):
        leg = Leg.objects.filter(case=link.case_id, state__in=OPEN_LEG).select_related("unit").order_by("pk").first()
        if leg is None:
            continue
        asked: dict[str, Any] = {"cases": [link.case_id], "unit": leg.unit, "what": said, "due_on": day + _WEEKS}
        world.attempt("give_task", partial(give_tasks, submission, by=by, on=day, **asked))


def report(task: Task, day: date, world: World) -> None:
    """Let the head of the unit report what was done."""
    if heads := world.holding(Role.HEAD, task.unit):
        said = "已会同有关单位到现场核实，正在按方案办理。"
        world.attempt("report_task", lambda: report_task(task, report=said, by=heads[0], on=day))


def check(task: Task, day: date, world: World) -> None:
    """Let the supervisor check what was reported."""
    if by := _one(world, Role.SUPERVISOR):
        world.attempt("confirm_task", lambda: confirm_task(task, checked="已到现场看过。", by=by, on=day))


def _one(world: World, role: Role) -> Staff | None:
    return next(iter(world.holding(role)), None)
