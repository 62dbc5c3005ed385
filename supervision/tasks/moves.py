"""The steps of a task: given, received, reported back, confirmed by another (Art. 38, 40)."""

from datetime import date

from cases.record.audiences import able
from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.authority import stands_at
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from supervision.models.tasks import OPEN_TASK, UNFINISHED, Task
from supervision.tasks.second_person import did_before
from supervision.words.tasks import TaskSource, TaskState

SOURCE_WORDS = {source.name.lower(): source.label for source in TaskSource}
GIVEN = Verb(
    "supervision.task_given", "下达任务", {"source": Fact("来源", str, SOURCE_WORDS), "due_on": Fact("时限", date)}
)
RECEIVED = Verb("supervision.task_received", "签收任务")
REPORTED = Verb("supervision.task_reported", "反馈任务")
CONFIRMED = Verb("supervision.task_confirmed", "核实完成")
SENT_BACK = Verb("supervision.task_sent_back", "退回补充")
MOVED = Verb("supervision.task_moved", "调整时限", {"from_day": Fact("原时限", date), "due_on": Fact("时限", date)})
WITHDRAWN = Verb("supervision.task_withdrawn", "撤销任务")


def _who_does(task: Task) -> list[Staff]:
    return able(Right.DO_TASKS, task.unit)


def _who_gave(task: Task) -> list[Staff]:
    return [task.given_by]


def _second(task: Task, staff: Staff, _on: date) -> Refused | None:
    """Who ordered it does not close it, nor who reports, nor anybody of the unit that reports. Code: same_person."""
    at_the_unit = any(task.unit_id == unit.pk for unit in stands_at(staff))
    if at_the_unit or did_before(task, staff, GIVEN, REPORTED):
        return Refused("same_person", "下达任务的人、反馈的人和承办单位的人不能核实，请由其他人核实。", "第四十条")
    return None


GIVE = Move(verb=GIVEN, right=Right.GIVE_TASKS, to_state=TaskState.GIVEN, told=_who_does)
RECEIVE = Move(
    verb=RECEIVED,
    right=Right.DO_TASKS,
    from_states=frozenset({TaskState.GIVEN}),
    to_state=TaskState.RECEIVED,
    told=_who_gave,
)
REPORT = Move(
    verb=REPORTED, right=Right.DO_TASKS, from_states=frozenset(OPEN_TASK), to_state=TaskState.REPORTED, told=_who_gave
)
CONFIRM = Move(
    verb=CONFIRMED,
    right=Right.CHECK_TASKS,
    from_states=frozenset({TaskState.REPORTED}),
    to_state=TaskState.CONFIRMED,
    opening=_second,
    told=_who_does,
)
SEND_BACK = Move(
    verb=SENT_BACK,
    right=Right.CHECK_TASKS,
    from_states=frozenset({TaskState.REPORTED}),
    to_state=TaskState.RECEIVED,
    opening=_second,
    told=_who_does,
)
MOVE_DAY = Move(verb=MOVED, right=Right.GIVE_TASKS, from_states=frozenset(OPEN_TASK), told=_who_does)
WITHDRAW = Move(
    verb=WITHDRAWN,
    right=Right.GIVE_TASKS,
    from_states=frozenset(UNFINISHED),
    to_state=TaskState.WITHDRAWN,
    told=_who_does,
)
MOVES = (GIVE, RECEIVE, REPORT, CONFIRM, SEND_BACK, MOVE_DAY, WITHDRAW)
