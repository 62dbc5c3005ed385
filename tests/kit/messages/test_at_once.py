"""Several workers and people at the same moment: each message goes out once. What must be in a transaction, and what not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from threading import Barrier, Event
from typing import Any

import pytest
from django.db import connection, connections, transaction

from kit.messages.adapters import Answer, Parcel
from kit.messages.delivery import note_delivery
from kit.messages.models import Attempt, Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.sending import send_again, send_due
from kit.messages.words import Channel, Result, State
from law.errors import Refused
from tests.kit.messages.conftest import REASON, Gateway, again, queued

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db_slow]


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Call all at the same moment, each on a connection of its own; a refusal is a result."""
    start = Barrier(len(calls))

    def one(call: Callable[[], Any]) -> Any:
        try:
            start.wait(10)
            return call()
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.MESSENGER])
def test_four_workers_send_each_message_once(channel: Channel):
    keys = [queued(channel=channel).pk for _ in range(24)]
    done = at_once(*[lambda: send_due(channel)] * 4)
    assert sum(done) == 24
    assert sorted(parcel.message for parcel in Gateway.arrived) == keys
    assert set(Message.objects.values_list("state", "tries")) == {(State.SENT, 1)}
    assert Attempt.objects.count() == 24


def test_a_worker_that_hangs_in_its_call_keeps_no_other_from_its_work(monkeypatch: pytest.MonkeyPatch):
    """The claim is committed before the call: the other neither waits for it nor takes the same row."""
    slow, quick = queued("13800000021"), queued("13800000022")
    both = Barrier(2)
    send = Gateway.send

    def sending(self: Gateway, parcel: Parcel) -> Answer:
        # Each waits in the middle of its call until the other is in the middle of its own.
        both.wait(10)
        return send(self, parcel)

    monkeypatch.setattr(Gateway, "send", sending)
    assert at_once(*[lambda: send_due(Channel.SMS, limit=1)] * 2) == [1, 1]
    assert {parcel.message for parcel in Gateway.arrived} == {slow.pk, quick.pk}


def test_a_row_that_another_holds_is_passed_over_without_waiting():
    held, free = queued(), queued()
    locked, sent = Event(), Event()

    def holding() -> None:
        with transaction.atomic():
            Message.objects.select_for_update().get(pk=held.pk)
            locked.set()
            assert sent.wait(10)

    def sending() -> int:
        assert locked.wait(10)
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '1s'")
        try:
            return send_due(Channel.SMS)
        finally:
            sent.set()

    assert at_once(holding, sending) == [None, 1]
    assert [parcel.message for parcel in Gateway.arrived] == [free.pk]
    assert send_due(Channel.SMS) == 1


@pytest.mark.parametrize("ending", ["00", "04"], ids=["accepted", "unknown"])
def test_a_report_at_the_moment_of_the_answer_loses_neither(monkeypatch: pytest.MonkeyPatch, ending: str):
    send, both, references = Gateway.send, Barrier(2), Queue[str]()

    def sending(self: Gateway, parcel: Parcel) -> Answer:
        answer = send(self, parcel)
        references.put(parcel.reference)
        both.wait(10)
        return answer

    def reporting() -> bool:
        reference = references.get(timeout=10)
        both.wait(10)
        heard = note_delivery(reference, delivered=True)
        return heard is not None and heard.counted

    monkeypatch.setattr(Gateway, "send", sending)
    for _ in range(8):
        message = queued(f"138000000{ending}")
        assert at_once(lambda: send_due(Channel.SMS), reporting) == [1, True]
        attempt = message.attempts.get()
        assert (again(message).state, attempt.result) == (State.DELIVERED, Result.DELIVERED)
        assert attempt.ended_at


def test_two_who_queue_the_same_at_once_queue_it_once():
    def queueing() -> int:
        with transaction.atomic():
            return queue_message(Channel.SMS, REASON, Recipient(address="13800000000"), "x", once="warn:1").pk

    assert len(set(at_once(*[queueing] * 4))) == 1
    assert Message.objects.count() == 1


def test_two_who_send_again_at_once_send_it_once():
    message = queued("13800000004")
    send_due(Channel.SMS)
    stuck = again(message)
    results = at_once(*[lambda: send_again(stuck)] * 3)
    assert [refused.code for refused in results if refused] == ["wrong_state"] * 2
    at_once(*[lambda: send_due(Channel.SMS)] * 2)
    assert len(Gateway.arrived) == 2


def test_a_message_outside_a_transaction_is_a_mistake():
    with pytest.raises(transaction.TransactionManagementError):
        queue_message(Channel.SMS, REASON, Recipient(address="13800000000"), "x")


def test_sending_inside_a_transaction_is_a_mistake():
    queued()
    with pytest.raises(RuntimeError), transaction.atomic():
        send_due(Channel.SMS)
    assert Gateway.arrived == []
