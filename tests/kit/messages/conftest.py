"""A reason to tell somebody something, and a gateway that remembers what reached its recipient."""

from datetime import timedelta
from typing import Any, ClassVar
from unittest.mock import patch

import pytest
from django.db import transaction
from django.db.models import F

from kit.messages.adapters import Parcel
from kit.messages.models import Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.sending import send_due
from kit.messages.simulator import Simulator
from kit.messages.words import Channel
from kit.reasons import Reason

REASON = Reason("toy.reason", "试发")


class Killed(BaseException):
    """What kill -9 is to a worker: nothing is done after it."""


class Gateway(Simulator):
    """The simulator, watched."""

    arrived: ClassVar[list[Parcel]] = []
    reports: ClassVar[list[tuple[str, bool]]] = []

    def arrive(self, parcel: Parcel) -> None:
        self.arrived.append(parcel)

    def report(self, reference: str, *, delivered: bool) -> None:
        self.reports.append((reference, delivered))


@pytest.fixture(autouse=True)
def gateway(settings: Any, monkeypatch: pytest.MonkeyPatch) -> type[Gateway]:
    """Every channel with an adapter of its own goes through the watched gateway; mail stays mail."""
    name = f"{__name__}.Gateway"
    settings.MESSAGE_ADAPTERS = {**settings.MESSAGE_ADAPTERS, "sms": name, "messenger": name}
    monkeypatch.setattr("kit.messages.knowing.all_of", lambda part: [REASON])
    Gateway.arrived.clear()
    Gateway.reports.clear()
    return Gateway


def queued(address: str = "13800000000", channel: Channel = Channel.SMS, **more: Any) -> Message:
    """One message in the outbox."""
    to = Recipient(more.pop("staff", None), address, more.pop("district", None))
    with transaction.atomic():
        return queue_message(channel, more.pop("reason", REASON), to, more.pop("text", "请您来一趟"), **more)


def again(message: Message) -> Message:
    """The message as it is now."""
    return Message.objects.get(pk=message.pk)


def pass_time(by: timedelta) -> None:
    """Let time pass for everything in the outbox."""
    Message.objects.update(due_at=F("due_at") - by, claimed_until=F("claimed_until") - by)


def die_at(place: str, channel: Channel) -> None:
    """Send what is due, and be killed on entering a function."""
    with patch(place, side_effect=Killed), pytest.raises(Killed):
        send_due(channel)
