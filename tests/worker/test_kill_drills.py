"""kill -9 at any point: what follows an act happens exactly once, later; acts and pages go on."""

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest

from tests.worker.conftest import RunningOffice
from tests.xinfang.launched import wait_for

pytestmark = pytest.mark.worker
_words = (f"请抓紧办理，第{number}次。" for number in count(1))


def remind(running: RunningOffice) -> float:
    """Remind the handler, which he is told of by the worker; returns the seconds it took."""
    at = running.cases["handling"][1]
    path = f"/cases/{at['case']}/remind/?leg={at['leg']}"
    seen = running.visitor("supervisor").hidden(path)
    began = time.monotonic()
    answer = running.visitor("supervisor").post(path, {**seen, "text": next(_words)})
    assert answer.done, (answer.status, answer.text[:500])
    return time.monotonic() - began


def notices(running: RunningOffice) -> list[int]:
    """How many notices each reminder has brought so far."""
    query = (
        "SELECT count(notice.id) FROM cases_event AS event LEFT JOIN cases_notice AS notice ON notice.event_id = event.id"
        " WHERE event.act = 'remind' GROUP BY event.id"
    )
    return [row[0] for row in running.rows(query)]


def assert_each_once(running: RunningOffice) -> None:
    """After the sweep every follow-up is done, and telling all of them again tells nobody twice."""
    assert running.ask("sweep_later()") >= 0
    assert running.unfinished() == 0
    assert set(notices(running)) == {1}
    told = running.rows("SELECT count(*) FROM cases_notice")
    assert running.ask("sweep_later()") == 0
    assert running.rows("SELECT count(*) FROM cases_notice") == told


@contextmanager
def launcher_asleep(running: RunningOffice) -> Iterator[None]:
    """Nobody revives what dies in here."""
    process = running.stack.process
    assert process
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def works_again(running: RunningOffice) -> None:
    """A fresh act is followed up by the worker itself, without a sweep."""
    before = len(notices(running))
    remind(running)
    wait_for(lambda: sum(notices(running)) > before and running.unfinished() == 0, 60)


def test_a_worker_killed_with_work_in_the_queue(running: RunningOffice):
    works_again(running)
    for pid in running.workers():
        os.kill(pid, signal.SIGSTOP)
    for _ in range(6):
        remind(running)
    assert running.unfinished() == 6
    running.kill_worker()
    # What the dead worker had taken in hand is the sweep's; the rest the new one finds in the queue.
    wait_for(lambda: running.unfinished() <= 2, 60)
    assert_each_once(running)


def test_acts_succeed_at_once_while_the_broker_is_dead(running: RunningOffice):
    with launcher_asleep(running):
        running.signal(signal.SIGKILL, "valkey")
        wait_for(lambda: running.stack.health().get("broker") == "unreachable", 20)
        took = [remind(running) for _ in range(3)]
        assert max(took) < 5, took
        assert running.visitor("supervisor").get("/", htmx=False).status == 200
        assert running.unfinished() == 3
    wait_for(lambda: running.stack.health().get("broker") == "ok", 60)
    assert_each_once(running)
    works_again(running)


def test_pages_and_acts_answer_again_after_the_database_died(running: RunningOffice):
    web = running.stack.process_of("gunicorn")
    clerk = running.visitor("supervisor")
    running.signal(signal.SIGKILL, "postgres", "-D")
    seen = [clerk.get("/", htmx=False).status]

    def answers() -> bool:
        seen.append(clerk.get("/", htmx=False).status)
        return seen[-1] == 200

    wait_for(answers, 60)
    assert set(seen) <= {200, 503}, "what is away for a moment is not a mistake of ours"
    wait_for(lambda: clerk.get("/cases/", htmx=False).status == 200, 60)
    assert running.stack.process_of("gunicorn") == web
    works_again(running)


@pytest.mark.long
def test_killing_worker_and_broker_at_random_moments(running: RunningOffice):
    chance, over = random.Random(20261122), threading.Event()

    def kill_about() -> None:
        while not over.wait(chance.uniform(0.2, 2.0)):
            victim = running.stack.process_of(*chance.choice([("celery", " worker "), ("valkey",)]))
            if victim:
                os.kill(victim, signal.SIGKILL)

    killer = threading.Thread(target=kill_about)
    killer.start()
    try:
        took = [remind(running) for _ in range(60)]
    finally:
        over.set()
        killer.join()
    assert max(took) < 15, took
    wait_for(lambda: running.stack.health().get("broker") == "ok" and running.workers(), 90)
    running.ask("announce_all_again()")
    assert_each_once(running)
    works_again(running)


@pytest.mark.long
def test_everything_killed_but_the_web(running: RunningOffice):
    for words in (("celery", " worker "), ("celery", " beat "), ("valkey",), ("postgres", "-D")):
        running.signal(signal.SIGKILL, *words)
    wait_for(lambda: running.visitor("supervisor").get("/", htmx=False).status == 200, 90)
    wait_for(lambda: running.stack.health().get("status") == "ok", 90)
    works_again(running)
    assert_each_once(running)
    assert running.ask("broken_chains()") == []
