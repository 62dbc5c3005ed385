"""The leak scene for a test; loaded as a plugin by conftest.py."""

import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cast import Cast
from tests.kept import as_new, kept
from tests.leak_scene import Scene


@pytest.fixture(scope="module")
def kept_scene(kept_cast: bytes, django_db_blocker: Any) -> Iterator[bytes]:
    """The six cases, built once for the tests of a file."""
    with kept(lambda: Scene(pickle.loads(kept_cast)), django_db_blocker) as scene:
        yield scene


@pytest.fixture
def scene(kept_scene: bytes, cast: Cast, request: pytest.FixtureRequest) -> Scene:
    """The six cases, fresh for this test."""
    found: Scene = as_new(kept_scene, request)
    found.cast = cast
    return found


@pytest.fixture
def no_broker(settings: Any) -> None:
    """The health page asks a broker: here one that is not there."""
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:9/0"
