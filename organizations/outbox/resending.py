"""Sending again what failed, or of which nothing is known: a person decides, and it stands in the journal."""

from django.db import transaction

from kit.messages.models import Message
from kit.messages.sending import send_again
from law.errors import Refused
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.outbox.reading import readable_messages
from organizations.outbox.words import MESSAGE_RESENT
from organizations.roles import Right


def resend(message_id: int, *, by: Staff) -> Message:
    """Put a message that is stuck back into the outbox and return it; a worker sends it within a minute.

    Raises Refused: not_permitted, not_found, wrong_state.
    """
    rows = readable_messages(by, Right.MANAGE_UNITS)
    with transaction.atomic():
        message = rows.filter(pk=message_id).first()
        if message is None:
            raise Refused("not_found", "没有这条消息，或者它不归您管理的区县。")
        send_again(message)
        note(MESSAGE_RESENT, by=by, about=message, channel=message.channel, reason=message.reason, state=message.state)
    return rows.get(pk=message_id)
