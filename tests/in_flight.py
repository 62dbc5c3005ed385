"""Requests of the live server that are still being answered: what empties the tables waits for them."""

import time
from collections.abc import Iterator
from threading import Lock, current_thread, main_thread

import pytest
from django.core.signals import request_finished, request_started

from tests.database import empties_tables

PATIENCE = 10.0
_lock, _answering = Lock(), [0]


def _count(by: int) -> None:
    # The test client answers in the thread of the test.
    if current_thread() is not main_thread():
        with _lock:
            _answering[0] = max(_answering[0] + by, 0)


def _begun(**_: object) -> None:
    _count(1)


def _ended(**_: object) -> None:
    _count(-1)


request_started.connect(_begun)
request_finished.connect(_ended)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Let a page that was left in the middle of its questions have its answers: they lock what is emptied next."""
    if empties_tables(item):
        until = time.monotonic() + PATIENCE
        while _answering[0] and time.monotonic() < until:
            time.sleep(0.02)
        # One whose browser was gone is not told to have ended.
        _answering[0] = 0
    yield
