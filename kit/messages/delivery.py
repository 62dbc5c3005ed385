"""What is learned later: a channel reports on an attempt, a reader has seen what stands in the product."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kit.messages.failing import tell_senders
from kit.messages.knowing import may_be_told
from kit.messages.models import Attempt, Message, Report
from kit.messages.words import Channel, Result, State, Why


@dataclass(frozen=True)
class Heard:
    """What a report came to: on which message, whether it was said for the first time, and whether it changed anything."""

    message: Message
    first: bool
    counted: bool


def note_delivery(reference: str, *, delivered: bool, channels: Sequence[Channel] = tuple(Channel)) -> Heard | None:
    """Take a channel's report on one attempt; late, twice or out of order does no harm. None: these channels have no such.

    Delivered counts whichever attempt it was. Not delivered counts for the last attempt only, and never takes back
    that a message was delivered; it is kept all the same.
    """
    result = Result.DELIVERED if delivered else Result.UNDELIVERED
    with transaction.atomic():
        key = Attempt.objects.filter(reference=reference, message__channel__in=channels).values_list("message_id")
        # The message first, then its attempts, as whoever is sending it does: two at once do not wait for each other.
        rows = Message.objects.filter(pk__in=key).defer("address", "subject", "text")
        message = rows.select_for_update().first()
        if message is None:
            return None
        attempt = Attempt.objects.get(reference=reference)
        if attempt.reports.filter(result=result).exists():
            return Heard(message, first=False, counted=False)
        counted = _delivered(message) if delivered else _undelivered(message, attempt)
        Report.objects.create(attempt=attempt, result=result, at=timezone.now(), counted=counted)
        if attempt.result != Result.DELIVERED:
            why = "" if delivered else Why.UNDELIVERED
            Attempt.objects.filter(pk=attempt.pk).update(result=result, why=why)
    return Heard(message, first=True, counted=counted)


def _delivered(message: Message) -> bool:
    told = Message.objects.filter(pk=message.pk).exclude(state=State.DELIVERED)
    return bool(told.update(state=State.DELIVERED, why="", delivered_at=timezone.now(), claimed_until=None))


def _undelivered(message: Message, attempt: Attempt) -> bool:
    last = Message.objects.filter(pk=message.pk, tries=attempt.number, state__in=(State.SENT, State.UNKNOWN))
    changed = last.update(state=State.FAILED, why=Why.UNDELIVERED, claimed_until=None)
    if changed:
        tell_senders([message.pk])
    return bool(changed)


def unread_of(staff: Any, most: int = 20) -> list[Message]:
    """Return what a person has not read in the product and may still know of, the newest first."""
    rows = _in_the_product(staff).filter(state__in=(State.WAITING, State.SENT))
    return [message for message in rows[:most] if may_be_told(message)]


def told_to(staff: Any, most: int = 50) -> list[Message]:
    """Return the latest that a person was told in the product, read or not, as far as he may still know of it."""
    return [message for message in _in_the_product(staff)[:most] if may_be_told(message)]


def mark_read(staff: Any, messages: Sequence[Message]) -> int:
    """Mark what a person has seen in the product as delivered; returns how many were new to him."""
    keys = [message.pk for message in messages if message.state != State.DELIVERED]
    rows = _in_the_product(staff).order_by().filter(pk__in=keys).exclude(state=State.DELIVERED)
    return rows.update(state=State.DELIVERED, delivered_at=timezone.now(), why="") if keys else 0


def _in_the_product(staff: Any) -> QuerySet[Message]:
    # A night without a worker keeps nothing from its reader: the row itself is what he sees.
    rows = Message.objects.filter(staff=staff, channel=Channel.PRODUCT, due_at__lte=timezone.now())
    return rows.select_related("staff").order_by("-id")
