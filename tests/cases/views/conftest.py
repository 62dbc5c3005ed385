"""Today at the doors is a day of the test: acts through pages take their date from organizations.today."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from cases.forms import base
from cases.views import acts, case, shared
from law.vocabulary import State
from organizations.models import Staff
from tests.cast import START, Cast
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Turn:
    """Set the date that every door sees; it begins with the first day of the cast's world."""

    def turn_to(day: date) -> None:
        for module in (base, acts, case, shared):
            monkeypatch.setattr(module, "today", lambda: day)
        monkeypatch.setattr("cases.actions.frame.today", lambda: day)

    turn_to(START)
    return turn_to


@pytest.fixture
def enter(live_server: Any) -> Callable[[Any, Staff, str], Any]:
    """Open an address in the browser as a member of staff."""

    def go(page: Any, staff: Staff, path: str) -> Any:
        client = Client()
        client.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        page.goto(f"{live_server.url}{path}")
        return page

    return go


@pytest.fixture
def walk(cast: Cast, on_day: Callable[[date], None], monkeypatch: pytest.MonkeyPatch) -> Walk:
    """An opinion of the town, issued on a later day than the registration; a PDF here is the words that are drawn."""
    found = walk_to(cast, State.ISSUED)
    found.on += timedelta(days=1)
    on_day(found.on)
    monkeypatch.setattr(
        "organizations.papers.files.letters_pdf", lambda papers: "\n".join(paper.content for paper in papers).encode()
    )
    monkeypatch.setattr(
        "cases.printing.paper_forms.sheets_pdf", lambda sheets, **_: json.dumps(sheets, ensure_ascii=False).encode()
    )
    return found
