"""Every state of a task and of a submission by every step."""

from itertools import product

from supervision.instructions.moves import INSTRUCT, SUBMIT
from supervision.instructions.moves import MOVES as SUBMISSION_MOVES
from supervision.models import Submission, SubmissionState, Task, TaskState
from supervision.tasks.moves import CONFIRM, GIVE, MOVES, RECEIVE, REPORT, SEND_BACK
from tests.cast import Cast
from tests.supervision.instructions.submitting import given


def test_every_state_by_every_step(cast: Cast):
    walk, submission, task = given(cast)
    for state, move in product(TaskState, MOVES):
        Task.objects.update(state=state)
        task.refresh_from_db()
        by_unit, by_checker = move in (RECEIVE, REPORT), move in (CONFIRM, SEND_BACK)
        doer = cast.town_head if by_unit else cast.supervisor if by_checker else cast.coordinator
        refusal = move.refusal(task, doer, walk.on)
        assert (refusal is None) == (move is GIVE or state in move.from_states), (state, move.verb, refusal)
    for told, step in product(SubmissionState, SUBMISSION_MOVES):
        Submission.objects.update(state=told)
        submission.refresh_from_db()
        by = cast.leader if step is INSTRUCT else cast.bureau_head
        refused = step.refusal(submission, by, walk.on)
        assert (refused is None) == (step is SUBMIT or told in step.from_states), (told, step.verb, refused)
