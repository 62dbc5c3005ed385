"""Ten thousand random lawful histories keep every invariant of the clocks, the states and the first handler."""

from collections import Counter

import pytest

from law.errors import Refused
from law.procedure import STEPS, allowed, step_for
from law.vocabulary import Act, State
from tests.law.histories import History
from tests.law.history_checks import check_log, check_moment, check_ways_on
from tests.law.history_play import begin, play_random

HISTORIES = 10_000
ACTS = 20
# A few go on for long: what follows a review is seldom reached sooner.
LONG_WAYS = range(HISTORIES, HISTORIES + 100)


def run(seed: int) -> History:
    history = begin(seed)
    before = ("", "")
    for _ in play_random(history, 6 * ACTS if seed in LONG_WAYS else ACTS):
        check_moment(history, before)
        before = (history.first_unit, history.first_person)
    check_log(history)
    check_ways_on(history)
    return history


def test_ten_thousand_histories_keep_the_invariants_and_use_every_row():
    used: Counter[Act] = Counter()
    for seed in (*range(HISTORIES), *LONG_WAYS):
        try:
            used.update(entry.act for entry in run(seed).log)
        except AssertionError as failed:
            raise AssertionError(f"history {seed}: run({seed}) plays it again") from failed
    assert sum(used.values()) > HISTORIES * 5
    assert set(used) == {step.act for step in STEPS}, "a row that no history ever reaches"


def test_the_same_seed_gives_the_same_history():
    assert run(7).log == run(7).log


@pytest.mark.parametrize("act", list(Act))
def test_an_act_is_refused_in_every_state_that_its_row_does_not_name(act: Act):
    for state in State:
        if allowed(act, state):
            assert step_for(act, state).act is act
            continue
        with pytest.raises(Refused) as refusal:
            step_for(act, state)
        assert refusal.value.code == "wrong_state"
        assert state.label in refusal.value.message
