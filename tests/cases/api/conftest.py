"""Today at the REST door is a day of the test."""

import sys
from collections.abc import Callable
from datetime import date

import pytest
from django.template import engines
from django.urls import get_resolver

from organizations import today as days
from tests.cast import START

Turn = Callable[[date], None]


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Set the date that every module sees which has imported `today`."""
    # Import now whatever imports `today`: what came later would keep the day of this test for good.
    get_resolver().url_patterns  # noqa: B018
    engines["django"].engine.template_context_processors  # type: ignore[attr-defined]  # noqa: B018
    asking = [module for module in list(sys.modules.values()) if vars(module).get("today") is days.today]
    assert len(asking) > 5

    def turn_to(day: date) -> None:
        for module in asking:
            monkeypatch.setattr(module, "today", lambda: day)

    turn_to(START)
    return turn_to
