"""What the demonstration, a simulated week and a test district get of lists held against ours and of suggestions."""

from datetime import timedelta
from random import Random

import pytest

from cases.models import Case
from insight import shown
from insight.models import Hint, TextSketch
from organizations.simulated import World
from organizations.today import today
from reception.models import Difference, DifferenceState, PassedOn, Sender
from reception.reconciling.simulated import live_comparison, show_comparison
from reception.seeding import seed
from tests.cast import START, Cast, register

pytestmark = pytest.mark.usefixtures("no_broker")
MONDAY = START


def test_the_demonstration_shows_one_of_each(cast: Cast):
    world, case = World(cast.area, MONDAY), register(cast)
    show_comparison(case, cast.clerk, MONDAY, world)
    assert not world.refused
    states = sorted(Difference.objects.values_list("state", flat=True))
    assert states == [DifferenceState.OPEN] * 2 + [DifferenceState.SETTLED] * 2


def test_a_week_of_lists_is_the_same_for_the_same_seed(cast: Cast):
    world, random = World(cast.area, MONDAY), Random(1)
    done = [live_comparison(cast.clerk, MONDAY + timedelta(days=day), random, world) for day in range(5)]
    assert not world.refused
    assert sum(done) == sum(world.done.values()) > 5
    # What it is told of is explained; the number of its cases is the simulation's.
    assert Difference.objects.filter(state=DifferenceState.SETTLED).exists()
    assert not Case.objects.exists()


def test_the_router_of_a_simulation_looks_at_suggestions(cast: Cast):
    register(cast, content="公司拖欠工资，劳动仲裁一直不开庭。", demands=())
    shown.show(START)
    assert TextSketch.objects.count() == 1
    world = World(cast.area, START)
    assert shown.live(START, Random(1), world) == 1
    assert Hint.objects.filter(value="arbitration").exists()


def test_a_test_district_has_rows_of_each_kind(cast: Cast):
    for _ in range(6):
        register(cast)
    written = seed(6, today())
    assert written >= 6
    assert Sender.objects.count() == 2
    assert PassedOn.objects.exists()
