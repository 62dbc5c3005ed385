"""Messages about the records of rooms: who may no longer read the record is told nothing more of it."""

from typing import Any

from django.apps import apps

from kit.messages.models import Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from organizations.journal.noting import note
from organizations.journal.verbs import RECORD_TOLD
from organizations.models import Staff
from organizations.models.record import Record
from organizations.recording import Recorded


def reason_of_record(code: str, label: str, record: str) -> Reason:
    """Return a reason whose messages staff may know while they may read the record; ``record``: the label of its model.

    Somebody without an account is told what the room decides to tell him.
    """

    def may_know(staff: Any, about: int | None) -> bool:
        rows: Any = apps.get_model(record)._default_manager
        return staff is None or bool(rows.readable_by(staff).filter(pk=about).exists())

    return Reason(code, label, may_know)


def tell(made: Recorded, channel: Channel, reason: Reason, to: Recipient, text: str, *, subject: str = "") -> Message:
    """Put a message about the record of a step under way into the outbox, and note that somebody is told, not what."""
    return tell_of(made.record, channel, reason, to, text, subject=subject, by=made.by)


def tell_of(
    record: Record,
    channel: Channel,
    reason: Reason,
    to: Recipient,
    text: str,
    *,
    subject: str = "",
    by: Staff | None = None,
) -> Message:
    """Do the same inside the transaction of a task, where nobody takes a step."""
    note(RECORD_TOLD, by=by, at=record.unit, about=record, channel=str(channel), reason=reason.code)
    return queue_message(channel, reason, to, text, subject=subject, url=record.get_absolute_url(), about=record.pk)
