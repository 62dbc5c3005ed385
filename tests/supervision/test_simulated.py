"""A simulated district lives with instructions and meetings; the demonstration shows a little of both, once."""

from datetime import timedelta
from random import Random
from typing import Any

from law.vocabulary import State
from organizations.simulated import World
from supervision.demonstration import show_supervision
from supervision.instructions.simulated import live_with_instructions
from supervision.meetings.simulated import live_with_meetings
from supervision.models import Meeting, Minutes, Submission, Task, TaskState
from tests.cast import Cast
from tests.walks import walk_to


def test_people_submit_instruct_report_check_and_meet(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    random, world = Random(3), World(cast.area, walk.on + timedelta(days=40))
    for number in range(40):
        day = walk.on + timedelta(days=number)
        on_day(day)
        live_with_instructions(day, random, world)
        live_with_meetings(day, random, world)
    assert not world.refused, world.refused
    assert Task.objects.filter(state=TaskState.CONFIRMED).exists()
    assert Minutes.objects.count() >= 2
    assert {"submit", "instruct", "give_task", "report_task", "confirm_task", "meeting"} <= set(world.done)


def test_the_demonstration_shows_them_once(cast: Cast, on_day: Any):
    walk = walk_to(cast, State.IN_HANDLING)
    on_day(walk.on)
    assert show_supervision(walk.on) == Submission.objects.count() + Meeting.objects.count() > 2
    assert show_supervision(walk.on) == 0
    assert Minutes.objects.count() == 1
    assert Task.objects.count() == 1
