"""A history to walk, by its number."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

import pytest

from tests.cast import Cast
from tests.verification.law.history import History


class Begin(Protocol):
    """Begins the history of a number with its question of law; ``several``: its cases go to several units."""

    def __call__(self, number: int, question: str, *, several: bool = False) -> History: ...


@pytest.fixture
def begin(cast: Cast, on_day: Callable[[date], None]) -> Begin:
    """Begin the history of a number with its question of law."""
    return lambda number, question, *, several=False: History(cast, on_day, number, question, several=several)
