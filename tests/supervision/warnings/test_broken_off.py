"""A run that is killed before any of its statements leaves nothing missing and nothing twice."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from random import Random

import pytest

from law.vocabulary import State
from supervision.models import Alert, AlertRun
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.running import run_warnings
from tests.cast import START, Cast, register
from tests.walks import walk_to

pytestmark = pytest.mark.django_db
N = timedelta
Day = Callable[[date], None]


class Killed(Exception):
    """The process ends here."""


def killed_at(number: int) -> Callable[[str], None]:
    """Break off before the statement of this number."""
    steps = count()

    def before(_name: str) -> None:
        if next(steps) == number:
            raise Killed

    return before


def kill(on: date, number: int) -> bool:
    """Run until a statement, and tell whether there was one of this number."""
    try:
        run_warnings(on, batch=2, before_each=killed_at(number))
    except Killed:
        return True
    return False


def district(cast: Cast, on_day: Day) -> date:
    """Cases that all have something due; returns the day after."""
    on_day(START)
    for _ in range(3):
        register(cast)
    walk_to(cast, State.REFERRED)
    on_day(START + N(days=12))
    return START + N(days=13)


def test_killed_before_each_statement_in_turn(cast: Cast, on_day: Day):
    day, number = district(cast, on_day), 0
    while number < 14:
        on_day(day)
        broken = kill(day, number)
        run_warnings(day, batch=2)
        day, number = day + N(days=1), number + broken
        if not broken and day > START + N(days=60):
            break
    found = audit_warnings()
    assert AlertRun.objects.filter(ended_at=None).count() > 8
    assert found.due == Alert.objects.count() > 20
    assert (found.missing, found.double) == (0, 0)


@pytest.mark.long
def test_five_hundred_times_killed_anywhere(cast: Cast, on_day: Day):
    day, random = district(cast, on_day), Random(os.environ.get("XINFANG_SEED", "11"))
    for number in range(500):
        if number % 25 == 0:
            on_day(day)
            register(cast)
        on_day(day)
        kill(day, random.randrange(16))
        if random.random() < 0.5:
            run_warnings(day, batch=2)
            day += N(days=1)
    run_warnings(day)
    found = audit_warnings()
    assert (found.missing, found.double) == (0, 0)
    assert found.due > 100


def test_a_run_after_another_of_the_same_day_writes_nothing(cast: Cast, on_day: Day):
    # The day after is a Sunday.
    day = district(cast, on_day) + N(days=1)
    on_day(day)
    first, again = run_warnings(day), run_warnings(day)
    assert first
    assert again
    assert first.written > 0
    assert (again.advanced, again.written) == (0, 0)
