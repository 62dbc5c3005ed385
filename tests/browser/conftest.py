"""The small cast at their screens, on the training clock of a test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser

from cases.models import FollowUp
from cases.record.follow_ups import do_follow_up
from organizations.models import Staff
from tests.browser.office import Office
from tests.cast import Cast

PASSWORD = "过河的风筝-2026"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The small cast with passwords, where the live server sees it."""
    cast = Cast()
    someone = Staff.objects.first()
    someone.set_password(PASSWORD)
    Staff.objects.update(password=someone.password)
    return cast


@pytest.fixture
def office(browser: Browser, live_server: Any, cast: Cast, settings: Any) -> Iterator[Office]:
    """Seats for everybody; the training date may be moved, and is forgotten afterwards."""
    settings.TRAINING = True
    cache.clear()
    with Office(browser, live_server.url, PASSWORD) as office:
        yield office
    cache.clear()


def worker_runs() -> int:
    """Do what a worker would have done by now; returns how many follow-ups there were."""
    waiting = list(FollowUp.objects.filter(done_at=None).values_list("pk", flat=True))
    return sum(do_follow_up(key) for key in waiting)
