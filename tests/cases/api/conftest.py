"""Today at the REST door is a day of the test; the schema as it is printed."""

import json
import sys
from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
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


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The OpenAPI schema, valid and without a warning."""
    out = StringIO()
    call_command("spectacular", "--format", "openapi-json", "--validate", "--fail-on-warn", stdout=out)
    read: dict[str, Any] = json.loads(out.getvalue())
    return read
