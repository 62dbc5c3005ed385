"""Fixtures every test may use. Browser fixtures are in tests/browser/."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from django.core.cache import cache

from kit.roomy import roomy
from organizations.today import on_the_day

pytest_plugins = [
    "tests.database",
    "tests.in_flight",
    "tests.kept",
    "tests.cast",
    "tests.leak_fixtures",
    "tests.stacks",
]

ROOT = Path(__file__).resolve().parent.parent


# Whole folders that open a page or an address per test: `./test --quick` leaves out all but one test of each file.
THOROUGH = (
    "tests/cases/api",
    "tests/cases/views",
    "tests/cases/importing",
    "tests/cases/test_",
    "tests/cases/rendering",
    "tests/demo",
    "tests/organizations",
    "tests/xinfang",
    "tests/test_leak",
    "tests/test_hostile_input.py",
    "tests/test_door_guards.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of the thorough folders as db_slow, save the first one of each file."""
    seen: set[Path] = set()
    for item in items:
        if item.path.relative_to(ROOT).as_posix().startswith(THOROUGH) and item.path in seen:
            item.add_marker(pytest.mark.db_slow)
        seen.add(item.path)


def pytest_collection_finish() -> None:
    """Spare the collector what stays anyhow, and the tests most of its rounds: they are a seventh of the processor time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run a test as pytest does, with room on the stack."""
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    roomy(runtestprotocol, item, nextitem=nextitem)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    """No test inherits a training date, a banner or a throttle from the one before."""
    cache.clear()


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The customer's own files beside the checkout; tests that need them are skipped where they are not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the customer's folder ../shared is not on this machine")
    return folder


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """The environment for a launcher of our own: nothing that points to the services of the test run."""
    names = (
        "DATABASE_",
        "REPLICA_",
        "REDIS_",
        "CACHE_",
        "STORAGE_",
        "SECRET_KEY",
        "XINFANG_",
        "DJANGO_",
        "PG",
        "PYTEST_",
    )
    return {key: value for key, value in os.environ.items() if not key.startswith(names)}


@pytest.fixture
def on_day() -> Iterator[Callable[[date], None]]:
    """Set the date that the whole house takes for today."""
    with ExitStack() as days:
        yield lambda day: days.enter_context(on_the_day(day))
