"""Drawing from a random by one call of it, so that a million outlines cost little."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from demo.seeding.histories import History
from law.vocabulary import Act

_T = TypeVar("_T")


def between(random: Random, low: int, high: int) -> int:
    """Return a number from the lowest to the highest."""
    return low + int(random.random() * (high - low + 1))


def one(random: Random, options: Sequence[_T]) -> _T:
    """Return one of several."""
    return options[int(random.random() * len(options))]


def weighed(random: Random, options: Sequence[tuple[int, Act, History]]) -> tuple[int, Act, History]:
    """Return one of several, as often as its weight says."""
    left = random.random() * sum(weight for weight, _, _ in options)
    for option in options:
        left -= option[0]
        if left < 0:
            return option
    return options[-1]
