"""The health page with its parts taken away."""

import json
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from redis import RedisError

from kit.messages.queueing import Recipient, queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from xinfang import health


class Queue:
    """A broker with these messages waiting, oldest last."""

    messages: tuple[bytes, ...] = ()
    dead = False

    @classmethod
    def from_url(cls, *args, **kwargs):
        return cls()

    def __enter__(self):
        if self.dead:
            raise RedisError("gone")
        return self

    def __exit__(self, *args):
        return None

    def llen(self, name):
        return len(self.messages)

    def lindex(self, name, place):
        return self.messages[place] if self.messages else None


@pytest.fixture
def queue(monkeypatch):
    kind = type("OneQueue", (Queue,), {})
    monkeypatch.setattr(health, "Redis", kind)
    return kind


def message(age: float) -> bytes:
    return json.dumps({"headers": {"sent_at": time.time() - age}}).encode()


@pytest.mark.django_db
def test_all_well_is_200(client, queue):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "database": "ok",
        "broker": "ok",
        "queue_length": 0,
        "queue_age": None,
        "messages_late": 0,
        "reach_differences": None,
        "warning_differences": None,
    }


@pytest.mark.django_db
def test_messages_that_nobody_sends_are_counted(client, queue):
    ago = timezone.now() - timedelta(minutes=11)
    to = Recipient(address="13800000000")
    for due_at in (ago, None):
        queue_message(Channel.SMS, Reason("x", "试"), to, "x", due_at=due_at)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["messages_late"]) == (200, 1)


@pytest.mark.django_db
def test_a_young_queue_is_well_and_an_old_one_is_not(client, queue):
    queue.messages = (message(1), message(60))
    assert client.get("/healthz").json()["queue_age"] == 60
    queue.messages = (message(1), message(health.OLDEST_SECONDS + 5))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["queue_length"] == 2


@pytest.mark.django_db
def test_a_dead_broker_is_503(client, queue):
    queue.dead = True
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["broker"] == "unreachable"


def test_a_dead_database_is_503_and_no_error_page(client, queue, monkeypatch):
    class Gone:
        def cursor(self):
            raise OperationalError("gone")

        def close(self):
            return None

    monkeypatch.setattr(health, "connection", Gone())
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "unreachable"
    assert answer.json()["messages_late"] is None


def test_a_message_without_a_time_has_no_age():
    assert health.message_age(b"{}") is None
    assert health.message_age(None) is None
