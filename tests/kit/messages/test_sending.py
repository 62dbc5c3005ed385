"""Sending by a gateway: at most once, whatever the gateway or the worker does."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kit.messages.models import Attempt, Message
from kit.messages.sending import LEASE, PAUSES, late, send_again, send_due
from kit.messages.words import Channel, Result, State, Why
from law.errors import Refused
from tests.kit.messages.conftest import Gateway, again, die_at, pass_time, queued

pytestmark = pytest.mark.django_db


ENDINGS = [
    ("00", State.SENT, "", Result.ACCEPTED, 1),
    ("01", State.FAILED, Why.ADDRESS, Result.REFUSED, 0),
    ("02", State.FAILED, Why.BLOCKED, Result.REFUSED, 0),
    ("03", State.WAITING, Why.UNREACHABLE, Result.NOT_SENT, 0),
    ("04", State.UNKNOWN, Why.TIMEOUT, Result.UNKNOWN, 1),
    ("05", State.WAITING, Why.THROTTLED, Result.NOT_SENT, 0),
    ("06", State.SENT, "", Result.ACCEPTED, 1),
    ("07", State.SENT, "", Result.ACCEPTED, 0),
    ("08", State.UNKNOWN, Why.TIMEOUT, Result.UNKNOWN, 1),
    ("09", State.UNKNOWN, Why.TIMEOUT, Result.UNKNOWN, 0),
    ("10", State.DELIVERED, "", Result.DELIVERED, 1),
    ("11", State.UNKNOWN, Why.BROKEN_OFF, Result.UNKNOWN, 1),
]


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.MESSENGER])
@pytest.mark.parametrize(("ending", "state", "why", "result", "arrived"), ENDINGS, ids=[each[0] for each in ENDINGS])
def test_every_way_of_a_gateway_leaves_its_state(
    channel: Channel, ending: str, state: State, why: str, result: Result, arrived: int
):
    message = queued(f"138000000{ending}", channel)
    assert send_due(channel) == 1
    found, attempt = again(message), message.attempts.get()
    assert (found.state, found.why, found.tries, found.claimed_until) == (state, why, 1, None)
    assert (attempt.result, attempt.why, attempt.number) == (result, why, 1)
    assert attempt.began_at <= attempt.ended_at
    assert len(Gateway.arrived) == arrived
    assert (found.delivered_at is not None) == (state is State.DELIVERED)
    # At the same moment nothing is due again.
    assert send_due(channel) == 0


def test_an_sms_of_which_nothing_is_known_is_never_sent_again_by_itself():
    message = queued("13800000004")
    send_due(Channel.SMS)
    pass_time(timedelta(days=30))
    assert send_due(Channel.SMS) == 0
    assert len(Gateway.arrived) == 1
    send_again(again(message))
    assert again(message).state == State.WAITING
    assert send_due(Channel.SMS) == 1
    assert [attempt.number for attempt in message.attempts.all()] == [1, 2]
    assert len({parcel.reference for parcel in Gateway.arrived}) == 2


def test_a_worker_killed_between_claim_and_call_leaves_an_sms_unknown():
    message, next_one = queued(), queued()
    die_at("tests.kit.messages.conftest.Gateway.send", Channel.SMS)
    found = again(message)
    assert (found.state, found.why) == (State.UNKNOWN, Why.BROKEN_OFF)
    assert message.attempts.get().result == ""
    pass_time(timedelta(days=1))
    assert send_due(Channel.SMS) == 1
    assert [parcel.message for parcel in Gateway.arrived] == [next_one.pk]


def test_nobody_sends_again_what_a_worker_has_in_hand():
    message = queued()
    die_at("tests.kit.messages.conftest.Gateway.send", Channel.SMS)
    with pytest.raises(Refused) as refused:
        send_again(again(message))
    assert refused.value.code == "wrong_state"
    pass_time(LEASE)
    send_again(again(message))
    assert send_due(Channel.SMS) == 1
    assert again(message).state == State.SENT


def test_what_did_not_go_out_is_tried_again_with_growing_pauses_and_fails_at_last():
    message, pauses = queued("13800000005"), []
    for _ in PAUSES:
        assert send_due(Channel.SMS) == 1
        found = again(message)
        assert (found.state, found.why) == (State.WAITING, Why.THROTTLED)
        pause = found.due_at - timezone.now()
        pauses.append(round(pause.total_seconds()))
        assert send_due(Channel.SMS) == 0
        pass_time(pause + timedelta(seconds=1))
    assert pauses == [round(pause.total_seconds()) for pause in PAUSES]
    assert pauses == sorted(set(pauses))
    assert send_due(Channel.SMS) == 1
    assert again(message).state == State.FAILED
    pass_time(timedelta(days=30))
    assert send_due(Channel.SMS) == 0
    assert Message.objects.filter(pk=message.pk).exists(), "what failed is kept"
    assert message.attempts.count() == len(PAUSES) + 1
    send_again(again(message))
    send_due(Channel.SMS)
    found = again(message)
    assert (found.state, found.pauses, found.tries) == (State.WAITING, 1, len(PAUSES) + 2)


def test_a_gateway_that_is_away_or_busy_lets_the_others_wait_without_a_try():
    queued("13800000005"), queued(), queued()
    assert send_due(Channel.SMS) == 1
    assert Gateway.arrived == []
    assert Message.objects.filter(state=State.WAITING, tries=0).count() == 2
    assert send_due(Channel.SMS) == 2


def test_one_channel_does_not_send_what_is_of_another_and_nothing_before_its_time():
    queued(channel=Channel.MESSENGER)
    queued(due_at=timezone.now() + timedelta(hours=1))
    assert send_due(Channel.SMS) == 0
    assert send_due(Channel.MESSENGER) == 1


def test_no_more_than_asked_for_at_a_time():
    for _ in range(5):
        queued()
    assert [send_due(Channel.SMS, limit=2) for _ in range(4)] == [2, 2, 1, 0]


def test_a_channel_that_nobody_set_up_fails_where_it_is_seen(settings: Any):
    settings.MESSAGE_ADAPTERS = {**settings.MESSAGE_ADAPTERS, "sms": ""}
    message = queued()
    send_due(Channel.SMS)
    assert (again(message).state, again(message).why) == (State.FAILED, Why.NO_CHANNEL)


def test_what_waits_too_long_is_counted():
    queued()
    assert late() == 0
    pass_time(timedelta(minutes=11))
    assert late() == 1
    send_due(Channel.SMS)
    assert late() == 0


def test_what_is_not_stuck_is_not_sent_again():
    message = queued()
    for _ in range(2):
        with pytest.raises(Refused, match="不需要再发") as refused:
            send_again(again(message))
        assert refused.value.code == "wrong_state"
        send_due(Channel.SMS)
    assert Attempt.objects.count() == 1
