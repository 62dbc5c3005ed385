"""A run of the warnings: who is told, once, of what is near and what is late."""

from datetime import date, timedelta

import pytest

from law.vocabulary import Duty, State
from supervision.models import Alert, Turn
from supervision.warnings.running import run_warnings
from supervision.warnings.settings import SETTINGS, thresholds_on
from tests.cast import Cast
from tests.walks import clock, walk_to

pytestmark = pytest.mark.django_db
N = timedelta


def told(on: date) -> set[tuple[str, int, str]]:
    """Who was told on a day: duty, threshold, name of the account."""
    rows = Alert.objects.filter(on=on).values_list("duty", "stage", "staff__username")
    return set(rows)


def test_each_threshold_tells_who_acts_then_who_stands_over_him(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    due = clock(walk.case, Duty.HANDLE_60D).due_on
    assert due
    seen: dict[int, set[str]] = {}
    for number in range(-20, 25):
        day = due + N(days=number)
        if ran := run_warnings(day):
            assert ran.unheard == 0
            for duty, stage, who in told(day):
                if duty == Duty.HANDLE_60D:
                    seen.setdefault(stage, set()).add(who)
    assert seen == {
        10: {"town_handler"},
        5: {"town_handler"},
        3: {"town_handler"},
        1: {"town_handler", "town_head"},
        0: {"town_handler", "town_head"},
        -1: {"town_handler", "town_head"},
        -5: {"town_handler", "town_head", "supervisor"},
        -10: {"town_handler", "town_head", "supervisor"},
    }
    assert Turn.objects.filter(what="c", case=walk.case.pk).exists()


def test_every_duty_of_an_agency_has_its_own_thresholds():
    found = thresholds_on(date(2026, 11, 30), {})
    assert found[Duty.SERVICE_3WD] == (1, 0, -1, -3, -5)
    assert min(found[Duty.PATH5_2M]) > 0, "it only reminds, and is never overdue"
    assert Duty.REEXAM_REQ_30D not in found
    assert all(len(setting.key) <= 40 for setting in SETTINGS.values())
