"""Delivery reports of gateways: who may hand them in, and what stands in the journal of each."""

from collections.abc import Sequence
from secrets import compare_digest

from django.conf import settings
from django.db import transaction

from kit.messages.delivery import Heard, note_delivery
from kit.messages.words import Channel
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Unit
from organizations.outbox.words import MESSAGE_REPORTED


def channels_of(secret: str) -> list[Channel]:
    """Return the channels whose gateway knows this secret; every secret is compared, each in constant time."""
    said = secret.encode()
    known = [(Channel(name), str(kept).encode()) for name, kept in settings.MESSAGE_REPORT_SECRETS.items() if kept]
    matches = [(channel, compare_digest(said, kept)) for channel, kept in known]
    return [channel for channel, same in matches if same]


def take_report(reference: str, *, delivered: bool, channels: Sequence[Channel] = tuple(Channel)) -> bool:
    """Take a report on an attempt of these channels, once, and note it; returns whether it changed the message.

    Raises Refused not_found: no such attempt, or another channel's; the answer is the same.
    """
    with transaction.atomic():
        heard = note_delivery(reference, delivered=delivered, channels=channels)
        if heard is None:
            raise Refused("not_found", "没有这个编号。")
        if heard.first:
            _note(heard, delivered=delivered)
    return heard.counted


def _note(heard: Heard, *, delivered: bool) -> None:
    message = heard.message
    at = Unit.objects.filter(pk=message.district or 0).first()
    note(MESSAGE_REPORTED, at=at, about=message, channel=message.channel, delivered=delivered, counted=heard.counted)
