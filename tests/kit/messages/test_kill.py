"""kill -9 between claim and call, and between call and mark: what the database says afterwards is true."""

import os
import signal
import sys
import traceback
from typing import Any

import pytest
from django.db import connections

from kit.messages import mail, sending
from kit.messages.sending import LEASE, send_due
from kit.messages.words import Channel, State, Why
from tests.kit.messages.conftest import Gateway, again, pass_time, queued

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.db_slow]


def kill(*_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def send_in_a_process_that_dies(channel: Channel, where: Any, name: str) -> None:
    """Send in a process of its own, which is killed on entering a function."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            # Without the loop of a browser test the child stands where the process stood before it: in a connection
            # to a database that is gone since.
            connections.close_all()
            setattr(where, name, kill)
            sys.stderr.write(f"sent {send_due(channel)} and was not killed\n")
        finally:
            traceback.print_exception(*sys.exc_info())
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


@pytest.mark.parametrize(("where", "name"), [(Gateway, "send"), (sending, "_mark")], ids=["before", "after"])
def test_an_sms_is_unknown_before_and_after_the_call_and_goes_out_no_more(where: Any, name: str):
    message = queued()
    send_in_a_process_that_dies(Channel.SMS, where, name)
    assert (again(message).state, again(message).why) == (State.UNKNOWN, Why.BROKEN_OFF)
    pass_time(LEASE)
    assert send_due(Channel.SMS) == 0
    assert Gateway.arrived == []


@pytest.mark.parametrize(("where", "name"), [(mail.MailAdapter, "send"), (sending, "_mark")], ids=["before", "after"])
def test_a_mail_goes_out_again_when_its_lease_is_over(mailoutbox: list[Any], where: Any, name: str):
    message = queued("wang@example.cn", Channel.MAIL)
    send_in_a_process_that_dies(Channel.MAIL, where, name)
    assert send_due(Channel.MAIL) == 0
    pass_time(LEASE)
    assert send_due(Channel.MAIL) == 1
    assert len(mailoutbox) == 1, "the second one; the first, if any, died with its process"
    assert again(message).state == State.SENT
