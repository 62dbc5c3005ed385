"""Tasks of the outbox: safe twice and safe late."""

from celery import shared_task

from kit.messages.delivery import note_delivery
from kit.messages.sending import send_due
from kit.messages.words import Channel


@shared_task(acks_late=True)
def send_messages_task(channel: str) -> int:
    """Send what is due on one channel: one that hangs keeps no other waiting."""
    return send_due(Channel(channel))


@shared_task(acks_late=True)
def note_delivery_task(reference: str, delivered: bool) -> bool:
    """Take one report of a channel."""
    return note_delivery(reference, delivered=delivered)
