"""The auditor knows from events, grants, settings and calendar who had to be warned, and finds what is missing or too much."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db.models import F

from supervision.models import Alert
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.running import run_warnings
from tests.cast import START, Cast, register
from tests.walks import Walk, accept, commission, follow, issue, submit, take

pytestmark = pytest.mark.django_db
N = timedelta
Day = Callable[[date], None]


def live(walk: Walk, on_day: Day, days: int) -> None:
    """Let days go by; on each the task runs after the deeds."""
    for _ in range(days):
        on_day(walk.on)
        for _ in range(12):
            # Moments pass: what is done within seconds of a run may have been seen by it, or not.
            assert walk.case.pk
        run_warnings(walk.on)
        walk.on += N(days=1)


def test_what_was_owed_is_written_once_and_what_is_taken_away_or_added_is_found(cast: Cast, on_day: Day):
    on_day(START)
    walk = Walk(cast, register(cast))
    live(walk, on_day, 13)
    for step, days in ((commission, 10), (accept, 1), (take, 60), (submit, 4), (issue, 5)):
        on_day(walk.on)
        follow(walk, step)
        live(walk, on_day, days)
    found = audit_warnings()
    assert found.due == found.written == Alert.objects.count() > 20
    assert found.difference == 0
    first = Alert.objects.order_by("pk")[0]
    Alert.objects.filter(pk=first.pk).update(stage=F("stage") + 2)
    changed = audit_warnings()
    assert (changed.missing, changed.double) == (1, 1)
    assert (changed.due, changed.written) == (found.due, found.written)
