"""Today at the REST door is a day of the test; throttles and counters start fresh."""

import sys
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.core.cache import cache
from django.urls import get_resolver

from organizations import today as days
from tests.cast import START

Turn = Callable[[date], None]


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Set the date that every module sees which has imported `today`."""
    get_resolver().url_patterns  # noqa: B018  imports every view
    asking = [module for module in list(sys.modules.values()) if vars(module).get("today") is days.today]
    assert len(asking) > 5

    def turn_to(day: date) -> None:
        for module in asking:
            monkeypatch.setattr(module, "today", lambda: day)

    turn_to(START)
    return turn_to
