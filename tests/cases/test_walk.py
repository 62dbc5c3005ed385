"""The main way of a petition, act by act."""

import pytest

from law.vocabulary import State
from tests.cast import Cast
from tests.walks import REACHABLE, walk_to


@pytest.mark.parametrize("state", REACHABLE)
def test_every_state_of_the_main_way_is_reached_through_the_acts(cast: Cast, state: State):
    walk = walk_to(cast, state)
    # What was given back waits at the desk again.
    assert walk.refresh().case.state == (State.REGISTERED if state is State.RETURNED else state)
    if walk.leg:
        assert walk.leg.state == state
