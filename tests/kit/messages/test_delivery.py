"""What is learned later: reports of gateways, late, twice and in the wrong order; and who reads in the product."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kit.messages.delivery import mark_read, note_delivery, told_to, unread_of
from kit.messages.models import Message, Report
from kit.messages.sending import send_again, send_due
from kit.messages.tasks import send_messages_task
from kit.messages.words import Channel, Result, State, Why
from kit.reasons import Reason
from tests.cast import Cast
from tests.kit.messages.conftest import Gateway, again, queued

pytestmark = pytest.mark.django_db


def sent(ending: str) -> tuple[Message, str]:
    """A message that was tried once, and our number for that attempt."""
    message = queued(f"138000000{ending}")
    assert send_messages_task("sms") == 1
    return again(message), message.attempts.get().reference


def counted(reference: str, *, delivered: bool) -> bool:
    """Whether a report on an attempt changed its message."""
    heard = note_delivery(reference, delivered=delivered)
    return heard is not None and heard.counted


@pytest.mark.parametrize("ending", ["06", "08"], ids=["accepted", "unknown"])
def test_a_gateway_reports_delivery_later(ending: str):
    message, reference = sent(ending)
    assert Gateway.reports == [(reference, True)]
    assert counted(reference, delivered=True)
    found = again(message)
    assert (found.state, found.why) == (State.DELIVERED, "")
    assert found.delivered_at
    assert found.attempts.get().result == Result.DELIVERED
    assert not counted(reference, delivered=True), "told twice"
    assert not counted(reference, delivered=False), "what arrived has arrived"
    assert again(message).state == State.DELIVERED
    assert found.attempts.get().result == Result.DELIVERED
    kept = [(each.result, each.counted) for each in Report.objects.all()]
    assert kept == [(Result.DELIVERED, True), (Result.UNDELIVERED, False)], "a line for what came too late, once"


def test_a_gateway_reports_that_it_did_not_arrive():
    message, reference = sent("07")
    assert counted(reference, delivered=False)
    assert (again(message).state, again(message).why) == (State.FAILED, Why.UNDELIVERED)
    assert counted(reference, delivered=True), "and yet it did"
    assert (again(message).state, again(message).why) == (State.DELIVERED, "")


def test_a_report_nobody_asked_for_is_nothing():
    assert note_delivery("0" * 32, delivered=True) is None


def test_a_late_report_on_the_first_attempt_spares_the_second():
    message, reference = sent("04")
    send_again(message)
    assert not counted(reference, delivered=False)
    assert again(message).state == State.WAITING
    assert counted(reference, delivered=True)
    assert send_due(Channel.SMS) == 0
    assert (again(message).state, again(message).tries) == (State.DELIVERED, 1)


def test_a_failure_of_the_first_attempt_says_nothing_of_the_second():
    message, reference = sent("04")
    send_again(message)
    send_due(Channel.SMS)
    assert not counted(reference, delivered=False)
    assert again(message).state == State.UNKNOWN


def test_a_report_that_comes_before_the_answer_stands(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        Gateway, "report", lambda self, reference, *, delivered: note_delivery(reference, delivered=delivered)
    )
    for ending, state, result in (
        ("06", State.DELIVERED, Result.DELIVERED),
        ("07", State.FAILED, Result.UNDELIVERED),
        ("08", State.DELIVERED, Result.DELIVERED),
    ):
        message, _ = sent(ending)
        assert (message.state, message.claimed_until) == (state, None)
        attempt = message.attempts.get()
        assert attempt.result == result
        assert attempt.ended_at


def told(cast: Cast, **more: Any) -> Message:
    return queued("", Channel.PRODUCT, staff=cast.router, **more)


def test_in_the_product_it_is_there_without_a_worker_and_delivered_when_read(cast: Cast):
    message, later = told(cast), told(cast, due_at=timezone.now() + timedelta(days=1))
    assert unread_of(cast.router) == [message]
    assert unread_of(cast.clerk) == []
    assert send_due(Channel.PRODUCT) == 1
    assert again(message).state == State.SENT
    assert unread_of(cast.router) == [message]
    assert mark_read(cast.clerk, [again(message)]) == 0, "not his"
    assert mark_read(cast.router, told_to(cast.router)) == 1
    found = again(message)
    assert found.state == State.DELIVERED
    assert found.delivered_at
    assert (unread_of(cast.router), told_to(cast.router)) == ([], [message])
    assert mark_read(cast.router, told_to(cast.router)) == 0
    assert again(later).state == State.WAITING
    assert send_due(Channel.PRODUCT) == 0


def test_what_was_read_before_the_worker_came_is_not_sent_after_it(cast: Cast):
    message = told(cast)
    mark_read(cast.router, told_to(cast.router))
    assert send_due(Channel.PRODUCT) == 0
    assert again(message).state == State.DELIVERED


def test_behind_a_wall_built_meanwhile_nothing_is_read(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    open_to = {"it": True}
    reason = Reason("toy.walled", "试", lambda staff, about: open_to["it"] and staff == cast.router and about == 5)
    monkeypatch.setattr("kit.messages.knowing.all_of", lambda part: [reason])
    message = told(cast, reason=reason, about=5)
    send_due(Channel.PRODUCT)
    assert unread_of(cast.router) == told_to(cast.router) == [message]
    open_to["it"] = False
    assert unread_of(cast.router) == told_to(cast.router) == []
