"""A world that is built once for the tests of a file and stands as new before each of them.

Its rows live in a transaction around the file, in which every test has a savepoint of its own that is rolled back. Its
objects are unpickled for every test, so that none sees what another did to them. A test that commits cannot stand
inside such a transaction: it overrides the fixture and builds its world itself. In a file the tests without a world
run first, then those with one (the cast), then those with two (the cast and its scene): none sees a world that it has
not asked for.
"""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from tests.database import empties_tables

WORLDS = ("kept_cast", "kept_scene", "kept_district", "kept_neighbour")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Inside each file, go from the tests that ask for no world to those that ask for most."""
    turn = {path: number for number, path in enumerate(dict.fromkeys(item.path for item in items))}
    items.sort(key=lambda item: (turn[item.path], worlds_of(item)))


def worlds_of(item: pytest.Item) -> int:
    """How many of the worlds a test asks for."""
    return len(set(WORLDS) & set(getattr(item, "fixturenames", ())))


@contextmanager
def kept(build: Callable[[], Any], blocker: Any) -> Iterator[bytes]:
    """Build a world in a transaction, give its objects pickled, and take all of it back at the end."""
    with blocker.unblock(), transaction.atomic():
        world = pickle.dumps(build())
        with blocker.block():
            yield world
        transaction.set_rollback(True)


def as_new(world: bytes, request: pytest.FixtureRequest) -> Any:
    """The objects of a kept world for one test."""
    assert not empties_tables(request.node), "a test that commits overrides the fixture and builds its world itself"
    return pickle.loads(world)
