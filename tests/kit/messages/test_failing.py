"""What did not arrive in the end reaches whoever sent it, and tells him nothing that he may not know."""

from typing import Any

import pytest

from kit.messages.delivery import told_to
from kit.messages.failing import MESSAGE_FAILED
from kit.messages.models import Message
from kit.messages.sending import PAUSES, send_again, send_due
from kit.messages.words import Channel, State
from kit.reasons import Reason
from tests.cast import Cast
from tests.kit.messages.conftest import again, pass_time, queued

pytestmark = pytest.mark.django_db
PHONE = "13800000002"


@pytest.fixture
def open_to(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A reason behind which a wall may be built, and the reason by which senders are told."""
    open_to = {"it": True}
    reason = Reason("toy.reason", "试发", lambda staff, about: staff is None or open_to["it"])
    monkeypatch.setattr("kit.messages.knowing.all_of", lambda part: [reason, MESSAGE_FAILED])
    return open_to


def test_its_sender_is_told_in_the_product_each_time_it_fails(cast: Cast, open_to: dict[str, bool]):
    message = queued(PHONE, by=cast.router, url="/cases/1/", text="关于老王")
    for times in (1, 2):
        assert send_due(Channel.SMS) == 1
        told = told_to(cast.router)
        assert len(told) == times
        send_again(again(message))
    assert (told[0].url, told[0].sender) == ("/cases/1/", None)
    assert "短信（试发）没有送到：被对方或者运营商拦截" in told[0].text
    assert not [word for word in ("老王", PHONE) if word in told[0].text]
    assert told_to(cast.clerk) == []


def test_behind_a_wall_built_meanwhile_its_sender_is_told_nothing(cast: Cast, open_to: dict[str, bool]):
    queued(PHONE, by=cast.router)
    send_due(Channel.SMS)
    open_to["it"] = False
    assert told_to(cast.router) == []
    assert send_due(Channel.PRODUCT) == 1
    assert Message.objects.get(channel=Channel.PRODUCT).state == State.FAILED


def test_what_its_workers_died_with_fails_for_its_sender_too(cast: Cast, open_to: dict[str, bool], settings: Any):
    message = queued("a@b.cn", Channel.MAIL, by=cast.router)
    Message.objects.filter(pk=message.pk).update(pauses=len(PAUSES), claimed_until=message.queued_at)
    pass_time(PAUSES[0])
    assert send_due(Channel.MAIL) == 0
    assert "电子邮件（试发）没有送到：发送中断" in told_to(cast.router)[0].text
