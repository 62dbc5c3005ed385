"""Playing a history of acts at random, forward ones drawn more often than others."""

from collections.abc import Iterator
from datetime import timedelta

from tests.law.histories import History
from tests.law.history_weights import WEIGHTS


def play_random(history: History, acts: int) -> Iterator[None]:
    """Play up to so many acts, forward ones drawn more often than others."""
    for _ in range(acts):
        history.today += timedelta(days=history.random.choice((0, 0, 1, 2, 5, 12, 35)))
        possible = list(history.candidates())
        if not possible:
            return
        [(step, leg)] = history.random.choices(possible, [WEIGHTS[step.act] for step, _ in possible])
        history.play(step.act, leg)
        yield
