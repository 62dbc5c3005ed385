"""Today at the doors is a day of the test: acts through pages take their date from organizations.today."""

from collections.abc import Callable
from datetime import date

import pytest

from cases.forms import base
from cases.views import acts, case, shared
from tests.cast import START


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Set the date that every door sees; it begins with the first day of the cast's world."""

    def turn_to(day: date) -> None:
        for module in (base, acts, case, shared):
            monkeypatch.setattr(module, "today", lambda: day)
        monkeypatch.setattr("cases.actions.frame.today", lambda: day)

    turn_to(START)
    return turn_to
