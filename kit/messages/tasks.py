"""Tasks of the outbox: safe twice and safe late."""

from celery import shared_task

from kit.messages.sending import send_due
from kit.messages.words import Channel


@shared_task(acks_late=True)
def send_messages_task(channel: str) -> int:
    """Send what is due on one channel: one that hangs keeps no other waiting."""
    return send_due(Channel(channel))
