"""What a leader instructed becomes tasks, one a case."""

from collections.abc import Sequence
from datetime import date

from cases.models import Case
from kit.verbs import Verb
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.recording import Move, recording
from organizations.roles import Right
from supervision.models.instructions import Submission
from supervision.tasks.actions import give_task
from supervision.words.instructions import SubmissionState

GIVEN = Verb("supervision.instruction_given", "下达批示任务")
# Its right is asked once more at each unit, by the task itself.
GIVE_TASKS = Move(
    verb=GIVEN, right=Right.GIVE_TASKS, from_states=frozenset({SubmissionState.INSTRUCTED, SubmissionState.NOTED})
)


def give_tasks(
    submission: Submission,
    *,
    cases: Sequence[int],
    unit: Unit,
    what: str,
    due_on: date,
    by: Staff,
    seen: int | None = None,
    on: date | None = None,
) -> Submission:
    """Give a unit a task for each of these cases of a submission.

    Raises Refused: cases_missing, and as `give_task` and `recording`.
    """
    with recording(GIVE_TASKS, submission, by=by, seen=seen, on=on) as made:
        found = list(Case.objects.visible_to(by).filter(submissions__submission=submission, pk__in=cases))
        if not found or len(found) < len(set(cases)):
            raise Refused("cases_missing", "请选择这一件呈阅件里的信访件。")
        for case in found:
            give_task(submission, case=case, unit=unit, what=what, due_on=due_on, by=by, on=made.on)
    return submission
