"""What is learned later: a channel reports on an attempt, a reader has seen what stands in the product."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kit.messages.models import Attempt, Message
from kit.messages.sending import may_be_told
from kit.messages.words import Channel, Result, State, Why


def note_delivery(reference: str, *, delivered: bool) -> bool:
    """Take a channel's report on one attempt; late, twice or out of order does no harm. Returns whether it was news.

    Delivered counts whichever attempt it was. Not delivered counts for the last attempt only, and never takes back
    that a message was delivered.
    """
    moment = timezone.now()
    with transaction.atomic():
        key = Attempt.objects.filter(reference=reference).values_list("message_id", flat=True).first()
        # The message first, then its attempts, as whoever is sending it does: two at once do not wait for each other.
        if key is None or not Message.objects.filter(pk=key).select_for_update().values_list("pk").first():
            return False
        attempt = Attempt.objects.get(reference=reference)
        result = Result.DELIVERED if delivered else Result.UNDELIVERED
        told = Message.objects.filter(pk=attempt.message_id).exclude(state=State.DELIVERED)
        if delivered:
            changed = told.update(state=State.DELIVERED, why="", delivered_at=moment, claimed_until=None)
        else:
            last = told.filter(tries=attempt.number, state__in=(State.SENT, State.UNKNOWN))
            changed = last.update(state=State.FAILED, why=Why.UNDELIVERED, claimed_until=None)
        if attempt.result != Result.DELIVERED:
            why = "" if delivered else Why.UNDELIVERED
            Attempt.objects.filter(pk=attempt.pk).update(result=result, why=why)
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
