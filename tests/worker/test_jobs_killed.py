"""kill -9 the worker that was to make an export: another takes it up, its rows are exact."""

import os
import signal

import pytest

from tests.worker.conftest import HANDLING, REFERRED, RunningOffice
from tests.xinfang.launched import wait_for

pytestmark = pytest.mark.worker


def jobs(running: RunningOffice) -> list[tuple[object, ...]]:
    return running.rows("SELECT state, done, total, file <> '' FROM jobs_job ORDER BY id")


def test_an_export_is_made_though_its_worker_was_killed(running: RunningOffice):
    clerk = running.visitor("supervisor")
    clerk.get("/ledgers/registrations/", htmx=False)
    for pid in running.workers():
        os.kill(pid, signal.SIGSTOP)
    assert clerk.post("/ledgers/registrations/export/", {}, htmx=False).status == 302
    assert [state for state, *_ in jobs(running)] == ["waiting"]
    running.kill_worker()
    # What the dead worker had taken in hand is announced again by the sweep, once a minute.
    wait_for(lambda: jobs(running)[-1][0] == "done", 180)
    number = REFERRED + HANDLING
    assert jobs(running) == [("done", number, number, True)]
    assert f"行数{number}" in clerk.get("/jobs/", htmx=False).text
