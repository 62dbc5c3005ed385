"""Putting a message into the outbox, in the transaction of what it tells of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from kit.messages.models import Message
from kit.messages.words import Channel
from kit.reasons import Reason


@dataclass(frozen=True)
class Recipient:
    """Who is told: a member of staff, an address (mail, phone, messenger account), or both.

    ``district``: the key of the district whose administrators answer for the sending.
    """

    staff: Any = None
    address: str = ""
    district: int | None = None


def queue_message(
    channel: Channel,
    reason: Reason,
    to: Recipient,
    text: str,
    *,
    subject: str = "",
    url: str = "",
    about: int | None = None,
    due_at: datetime | None = None,
    once: str = "",
    by: Any = None,
) -> Message:
    """Write one message into the outbox and return it; a worker sends it after the commit, and not before ``due_at``.

    ``once``: where a message with this key is there already, that one is returned and nothing is queued. ``url`` is a
    path of this site. ``by``: who is told in the product where it fails for good. Raises ValueError: nobody to send to. TransactionManagementError: not in a transaction.
    """
    if (to.staff is None) if channel is Channel.PRODUCT else not to.address:
        raise ValueError(f"{channel} needs {'a member of staff' if channel is Channel.PRODUCT else 'an address'}")
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a message stands in the transaction of what it tells of")
    moment = timezone.now()
    message = Message(
        channel=channel,
        staff=to.staff,
        sender=by,
        address=to.address,
        subject=subject,
        text=text,
        url=url,
        reason=reason.code,
        about=about,
        district=to.district,
        once=once,
        queued_at=moment,
        due_at=due_at or moment,
    )
    if not once:
        message.save()
        return message
    # Whoever queues the same at this moment waits here for the other, and finds his row.
    Message.objects.bulk_create([message], ignore_conflicts=True)
    return Message.objects.get(once=once)
