"""What lies in the outbox: sealed, once, in its transaction, and only as long as the recipient may know of it."""

from typing import Any

import pytest
from django.db import connection

from kit.messages.models import Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.sending import send_due
from kit.messages.words import Channel, State, Why
from kit.reasons import Reason
from tests.cast import Cast
from tests.kit.messages.conftest import REASON, Gateway, again, queued

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("known", [False, None], ids=["behind a wall", "of a room that is gone"])
def test_what_the_recipient_may_no_longer_know_is_not_sent(monkeypatch: pytest.MonkeyPatch, known: bool | None):
    asked: list[int | None] = []

    def may_know(staff: Any, about: int | None) -> bool:
        asked.append(about)
        return bool(known)

    reason = Reason("toy.walled", "试", may_know)
    monkeypatch.setattr("kit.messages.knowing.all_of", lambda part: [] if known is None else [reason])
    message = queued(reason=reason, about=7)
    send_due(Channel.SMS)
    assert (again(message).state, again(message).why) == (State.FAILED, Why.OUT_OF_REACH)
    assert Gateway.arrived == []
    assert asked == ([] if known is None else [7])


def test_who_has_left_is_told_nothing_more(cast: Cast):
    message = queued(staff=cast.router)
    cast.router.is_active = False
    cast.router.save()
    send_due(Channel.SMS)
    assert (again(message).state, again(message).why) == (State.FAILED, Why.OUT_OF_REACH)


def test_a_room_that_falls_over_when_asked_keeps_its_own_message_only(monkeypatch: pytest.MonkeyPatch):
    broken = Reason("toy.broken", "试", lambda staff, about: 1 / 0 > 1)
    monkeypatch.setattr("kit.messages.knowing.all_of", lambda part: [REASON, broken])
    message = queued(reason=broken)
    queued()
    assert send_due(Channel.SMS) == 2
    assert (again(message).state, again(message).why) == (State.WAITING, Why.BROKEN_OFF)
    assert len(Gateway.arrived) == 1


def test_a_message_that_cannot_be_opened_keeps_no_other_waiting():
    message = queued()
    queued()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE outbox_message SET text = '1.k1.AAAA' WHERE id = %s", [message.pk])
    assert send_due(Channel.SMS) == 2
    assert Message.objects.values_list("state", "why").get(pk=message.pk) == (State.FAILED, Why.UNREADABLE)
    assert len(Gateway.arrived) == 1


def test_words_and_addresses_lie_sealed_in_the_database():
    queued("13812345678", text="老王的房子", subject="关于老王")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(m)::text FROM outbox_message m")
        [(raw,)] = cursor.fetchall()
    assert '"text":"1.k1.' in raw
    assert not [word for word in ("13812345678", "老王") if word in raw]


def test_the_same_is_queued_once():
    first = queued(once="warn:7:2026-03-02")
    assert queued(once="warn:7:2026-03-02", text="别的话") == first
    assert queued(once="warn:8:2026-03-02") != first
    assert queued() != queued()
    assert Message.objects.filter(once="warn:7:2026-03-02").count() == 1
    assert again(first).text == "请您来一趟"


def test_a_message_needs_somebody_and_a_transaction():
    for channel in Channel:
        with pytest.raises(ValueError, match="needs"):
            queue_message(channel, REASON, Recipient(), "x")
