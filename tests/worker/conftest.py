"""A running stack with the small cast in it, shared by the tests of this folder."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg2
import pytest

from tests.stacks import FirstRun
from tests.worker.prepare import PASSWORD
from tests.worker.visitor import Visitor
from tests.xinfang.launched import Launched, data_folder, wait_for

REFERRED, HANDLING = 10, 2


class RunningOffice:
    """The stack, its people, its cases and a view into its database."""

    def __init__(self, stack: Launched) -> None:
        self.stack, self.url = stack, f"http://127.0.0.1:{stack.port}"
        self.cases: dict[str, list[dict[str, int]]] = self.ask(f"open_office({REFERRED}, {HANDLING})")
        self.visitors: dict[str, Visitor] = {}

    def ask(self, call: str) -> Any:
        """Let a function of prepare.py run inside the stack; returns what it tells."""
        code = f"from tests.worker.prepare import *; {call}"
        done = self.stack.call("manage", "shell", "-v", "0", "-c", code)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def visitor(self, username: str) -> Visitor:
        """A member of staff, logged in once."""
        if username not in self.visitors:
            self.visitors[username] = Visitor(self.url, username, PASSWORD)
        return self.visitors[username]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the database, as the web's own role."""
        address = json.loads((self.stack.data / "state.json").read_text())["environment"]["DATABASE_URL"]
        with closing(psycopg2.connect(address)) as connection, connection.cursor() as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())

    def unfinished(self) -> int:
        """How many follow-ups are still to be done."""
        return int(self.rows("SELECT count(*) FROM cases_followup WHERE done_at IS NULL")[0][0])

    def workers(self) -> list[int]:
        """Every process of the worker."""
        return [pid for pid, line in self.stack.processes().items() if "celery" in line and " worker " in line]

    def kill_worker(self) -> None:
        """Kill the worker with all its processes and wait for the launcher's new one."""
        old = self.workers()
        for pid in old:
            os.kill(pid, signal.SIGKILL)
        wait_for(lambda: set(self.workers()) - set(old), 30)

    def signal(self, number: int, *words: str) -> None:
        """Send a signal to the process whose command line has these words."""
        pid = self.stack.process_of(*words)
        assert pid, words
        os.kill(pid, number)


@pytest.fixture(scope="session")
def running(first_run: FirstRun) -> Iterator[RunningOffice]:
    """One stack for the whole folder."""
    with data_folder() as data:
        stack = first_run.copied(data).start()
        try:
            yield RunningOffice(stack)
        finally:
            stack.stop()
