"""Sending by mail: at least once, and later what the server does not take now."""

import smtplib
from typing import Any

import pytest
from django.core import mail

from kit.messages import sending
from kit.messages.adapters import Answer
from kit.messages.sending import LEASE, PAUSES, send_due
from kit.messages.words import Channel, Result, State, Why
from tests.kit.messages.conftest import again, die_at, pass_time, queued

pytestmark = pytest.mark.django_db

MAIL_TROUBLE = [
    (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), State.FAILED, Why.ADDRESS),
    (smtplib.SMTPRecipientsRefused({"a": (451, b"try later")}), State.WAITING, Why.THROTTLED),
    (smtplib.SMTPDataError(554, b"spam"), State.FAILED, Why.BLOCKED),
    (smtplib.SMTPSenderRefused(421, b"too many", "x"), State.WAITING, Why.THROTTLED),
    (smtplib.SMTPServerDisconnected("gone"), State.WAITING, Why.UNREACHABLE),
    (TimeoutError(), State.WAITING, Why.UNREACHABLE),
    (ConnectionRefusedError(), State.WAITING, Why.UNREACHABLE),
    (KeyError("a mistake"), State.WAITING, Why.BROKEN_OFF),
]


def test_a_worker_killed_after_the_mail_went_out_lets_it_go_out_again():
    message = queued("wang@example.cn", Channel.MAIL, subject="告知")
    die_at("kit.messages.sending._mark", Channel.MAIL)
    assert len(mail.outbox) == 1
    assert again(message).state == State.WAITING
    assert send_due(Channel.MAIL) == 0, "the lease of the dead worker still runs"
    pass_time(LEASE)
    assert send_due(Channel.MAIL) == 1
    assert len(mail.outbox) == 2
    assert again(message).state == State.SENT
    assert [attempt.result for attempt in message.attempts.all()] == ["", Result.ACCEPTED]
    # The receiver can tell that it is the same one.
    assert len({sent.extra_headers["Message-ID"] for sent in mail.outbox}) == 1


def test_a_mail_that_kills_its_worker_time_and_again_fails_at_last():
    message = queued("wang@example.cn", Channel.MAIL)
    for _ in range(len(PAUSES) + 1):
        die_at("kit.messages.mail.MailAdapter.send", Channel.MAIL)
        pass_time(LEASE)
    assert send_due(Channel.MAIL) == 0
    assert (again(message).state, again(message).why) == (State.FAILED, Why.BROKEN_OFF)
    assert message.attempts.count() == len(PAUSES) + 1


def test_a_worker_that_was_thought_dead_changes_nothing_of_what_its_successor_found(monkeypatch: pytest.MonkeyPatch):
    message = queued("wang@example.cn", Channel.MAIL)
    slow: list[Any] = []
    with monkeypatch.context() as patched:
        patched.setattr("kit.messages.sending._mark", lambda *given: slow.append(given))
        send_due(Channel.MAIL, limit=1)
    pass_time(LEASE)
    send_due(Channel.MAIL)
    claim, _ = slow[0]
    sending._mark(claim, Answer(Result.REFUSED, Why.BLOCKED))
    assert again(message).state == State.SENT


@pytest.mark.parametrize(
    ("trouble", "state", "why"), MAIL_TROUBLE, ids=[type(each[0]).__name__ for each in MAIL_TROUBLE]
)
def test_a_mail_server_that_says_no_or_later_or_nothing(
    monkeypatch: pytest.MonkeyPatch, trouble: Exception, state: State, why: Why
):
    def fails(self: Any) -> int:
        raise trouble

    message = queued("wang@example.cn", Channel.MAIL)
    monkeypatch.setattr("kit.messages.mail.EmailMessage.send", fails)
    send_due(Channel.MAIL)
    assert (again(message).state, again(message).why) == (state, why)


def test_a_mail_says_what_was_queued_and_leads_to_the_page(settings: Any):
    settings.XINFANG_SITE = "https://xinfang.example.cn"
    queued("wang@example.cn", Channel.MAIL, subject="一件\n要办的事", text="请于三日内答复。", url="/cases/7/")
    send_due(Channel.MAIL)
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["wang@example.cn"], "一件 要办的事")
    assert sent.body == "请于三日内答复。\n\nhttps://xinfang.example.cn/cases/7/"


def test_a_line_break_in_an_address_is_refused_and_sends_nothing():
    message = queued("wang@example.cn\nBcc: all@example.cn", Channel.MAIL)
    send_due(Channel.MAIL)
    assert (again(message).state, again(message).why, mail.outbox) == (State.FAILED, Why.ADDRESS, [])
