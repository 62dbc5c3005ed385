"""Playing a history of acts at random, forward ones drawn more often than others."""

from bisect import bisect
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate

from tests.law.histories import History
from tests.law.history_weights import WEIGHTS

PACES = [timedelta(days=days) for days in (0, 0, 1, 2, 5, 12, 35)]


def play_random(history: History, acts: int) -> Iterator[None]:
    """Play up to so many acts, forward ones drawn more often than others."""
    for _ in range(acts):
        history.today += history.random.choice(PACES)
        possible = list(history.candidates())
        if not possible:
            return
        reached = list(accumulate([WEIGHTS[step.act] for step, _ in possible]))
        step, leg = possible[bisect(reached, history.random.random() * reached[-1])]
        history.play(step.act, leg)
        yield
