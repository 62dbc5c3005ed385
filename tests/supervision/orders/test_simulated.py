"""What people do about orders in a simulated district, and what the demonstration shows."""

from datetime import timedelta
from random import Random

import pytest

from law.vocabulary import State
from organizations.simulated import World
from supervision.models import Finding, SupervisionOrder
from supervision.orders.finding import find_failures
from supervision.orders.simulated import show, simulate
from supervision.words.orders import OrderState
from tests.cast import Cast
from tests.walks import walk_to

pytestmark = pytest.mark.django_db


def test_orders_go_their_whole_way_in_a_simulation(cast: Cast):
    first = max(walk_to(cast, State.IN_HANDLING).on for _ in range(3)) + timedelta(days=80)
    find_failures(first)
    world = World(cast.area, first)
    done = sum(simulate(first + timedelta(days=n), Random(n), world) for n in range(30))
    assert done == sum(world.done.values()) > 6
    assert SupervisionOrder.objects.filter(state=OrderState.CLOSED).exists()
    assert not world.refused


def test_the_demonstration_shows_a_few_once(cast: Cast):
    day = walk_to(cast, State.IN_HANDLING).on + timedelta(days=80)
    walk_to(cast, State.REFERRED)
    assert show(day) == Finding.objects.count() > 1
    assert SupervisionOrder.objects.count() == Finding.objects.exclude(state="open").count() > 1
    assert show(day) == 0
