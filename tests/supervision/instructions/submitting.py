"""A case at a town that was submitted to the leader, as the tests of instructions begin."""

from datetime import timedelta
from typing import Any

from law.vocabulary import State
from organizations.models import Staff
from supervision.instructions.actions import instruct, submit_to_leader
from supervision.instructions.giving import give_tasks
from supervision.models import Submission, Task
from tests.cast import Cast
from tests.walks import Walk, walk_to


def submitted(cast: Cast, **changes: Any) -> tuple[Walk, Submission]:
    """A case in handling at the town, submitted by the router on the day after."""
    walk = walk_to(cast, State.IN_HANDLING)
    asked = {"leader": cast.leader, "digest": "村口的路一年没有修好。", "asks": "拟请镇里年内修好。", "by": cast.router}
    return walk, submit_to_leader([walk.case], on=walk.on, **{**asked, **changes})


def instructed(cast: Cast) -> tuple[Walk, Submission]:
    """The same with the leader's instruction."""
    walk, submission = submitted(cast)
    return walk, instruct(
        submission, decision="instructed", instruction="请青石镇年内修好。", by=cast.leader, on=walk.on
    )


def given(cast: Cast, by: Staff | None = None) -> tuple[Walk, Submission, Task]:
    """The same with a task of the town."""
    walk, submission = instructed(cast)
    give_tasks(
        submission,
        cases=[walk.case.pk],
        unit=cast.town,
        what="修好村口的路",
        due_on=walk.on + timedelta(days=30),
        by=by or cast.coordinator,
        on=walk.on,
    )
    return walk, submission, Task.objects.get()
