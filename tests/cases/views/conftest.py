"""Today at the doors is a day of the test: acts through pages take their date from organizations.today."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.forms import base
from cases.views import acts, case, shared
from cases.views import letters as _letters  # noqa: F401
from tests.cases.views.doors import Person
from tests.cast import START, Cast


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Set the date that every door sees."""

    def turn_to(day: date) -> None:
        for module in (base, acts, case, shared):
            monkeypatch.setattr(module, "today", lambda: day)
        monkeypatch.setattr("cases.actions.frame.today", lambda: day)

    turn_to(START)
    return turn_to


@pytest.fixture
def come(calendar: Callable[[date], None]) -> Callable[[object], Person]:
    """Let a person of the cast come to the doors."""
    return Person


__all__ = ["Cast"]
