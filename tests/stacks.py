"""Stacks of the launcher for the tests: one starts on an empty folder, the others on a copy of what it left.

Loaded as a plugin by conftest.py. A first start makes a database, all tables and the first people; what is started after
it costs a third of the time.
"""

import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.xinfang.launched import Launched, data_folder


@dataclass(frozen=True)
class FirstRun:
    """A stack that was started on an empty folder and told to stop, and how it ended."""

    stack: Launched
    code: int

    def copied(self, data: Path) -> Launched:
        """A stack on a copy of its folder; not started yet."""
        # With the owners: the database works for a user of its own.
        subprocess.run(["cp", "-a", str(self.stack.data), str(data)], check=True)
        return Launched(data, self.stack.environment)


@pytest.fixture(scope="session")
def first_run(clean_environment: dict[str, str]) -> Iterator[FirstRun]:
    """The one first start of a test process."""
    with data_folder() as data:
        stack = Launched(data, clean_environment).start()
        try:
            code = stack.end(signal.SIGTERM)
        finally:
            stack.stop()
        yield FirstRun(stack, code)


@pytest.fixture
def own_stack(first_run: FirstRun) -> Iterator[Launched]:
    """A stack for a test that kills it; not started yet."""
    with data_folder() as data:
        launched = first_run.copied(data)
        yield launched
        launched.stop()
