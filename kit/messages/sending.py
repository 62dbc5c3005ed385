"""Sending what is due: a row is claimed in a transaction of its own, then handed to its channel, then marked.

At least once in the product and by mail: a claim is a lease, and who died with it leaves the row to the next. At most
once by SMS and messenger: the claim itself says unknown, so who dies after it leaves exactly that.
"""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kit.messages.adapters import Adapter, Answer, Parcel, adapter_of
from kit.messages.failing import tell_senders
from kit.messages.knowing import may_be_told
from kit.messages.models import Attempt, Message
from kit.messages.words import AT_MOST_ONCE, STUCK, Channel, Result, State, Why
from law.errors import Refused
from vault.sealing import SealBroken

LEASE = timedelta(minutes=2)
# The pauses before the second try, the third …; after the last one the message has failed.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Claim:
    """A message that this worker holds, the attempt that begins with it, and the state that says so."""

    message: int
    attempt: int
    reference: str
    number: int
    pauses: int
    state: State


def send_due(channel: Channel, limit: int = 100) -> int:
    """Send what is due on a channel, at most so many; returns how many were tried. Never inside a transaction."""
    _give_up(channel)
    adapter, tried = adapter_of(channel), 0
    while tried < limit and (claim := _claim(channel)):
        tried += 1
        answer = _handed_over(adapter, claim)
        _mark(claim, answer)
        if answer.pause:
            break
    return tried


def late(minutes: int = 10) -> int:
    """Return how many messages have waited longer than so many minutes beyond their time, 1000 at most."""
    before = timezone.now() - timedelta(minutes=minutes)
    return Message.objects.filter(state=State.WAITING, due_at__lt=before).order_by()[:1000].count()


def send_again(message: Message) -> None:
    """Let a message that failed, or of which nothing is known, go out once more, as soon as may be.

    Raises Refused: wrong_state (it is not stuck, somebody was first, or a worker has it in hand).
    """
    moment = timezone.now()
    if message.state not in STUCK:
        words = State(message.state).label
        raise Refused("wrong_state", f"这条消息{words}，不需要再发；发送失败或者结果不明的才能再次发送。")
    in_hand = Q(state=State.UNKNOWN, claimed_until__gt=moment)
    stuck = Message.objects.filter(pk=message.pk, state=message.state).exclude(in_hand)
    if not stuck.update(state=State.WAITING, why="", due_at=moment, pauses=0, claimed_until=None):
        raise Refused("wrong_state", "这条消息正在发送，或者刚有人再次发送过，请过两分钟刷新页面查看。")


def _give_up(channel: Channel) -> None:
    # What kills its worker time and again must not do so for ever.
    lost = Message.objects.filter(channel=channel, state=State.WAITING, claimed_until__lte=timezone.now())
    with transaction.atomic():
        spent = lost.filter(pauses__gte=len(PAUSES)).select_for_update(skip_locked=True)
        keys = list(spent.values_list("pk", flat=True))
        Message.objects.filter(pk__in=keys).update(state=State.FAILED, why=Why.BROKEN_OFF, claimed_until=None)
        tell_senders(keys)


def _claim(channel: Channel) -> Claim | None:
    moment = timezone.now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=moment)
    due = Message.objects.filter(free, channel=channel, state=State.WAITING, due_at__lte=moment)
    # Durable: what is called afterwards cannot be undone, so the claim must not be either.
    with transaction.atomic(durable=True):
        # The sealed columns stay closed here: one that cannot be opened must not stop the others.
        rows = due.order_by("due_at", "pk").select_for_update(skip_locked=True)
        found = rows.values_list("pk", "tries", "pauses", "claimed_until").first()
        if found is None:
            return None
        key, tries, pauses, lost = found
        pauses += lost is not None
        state = State.UNKNOWN if channel in AT_MOST_ONCE else State.WAITING
        why = Why.BROKEN_OFF if state is State.UNKNOWN else ""
        claimed = {"claimed_until": moment + LEASE, "tries": tries + 1, "pauses": pauses, "state": state, "why": why}
        Message.objects.filter(pk=key).update(**claimed)
        attempt = Attempt.objects.create(
            message_id=key, number=tries + 1, reference=secrets.token_hex(16), began_at=moment
        )
    return Claim(key, attempt.pk, attempt.reference, attempt.number, pauses, state)


def _handed_over(adapter: Adapter, claim: Claim) -> Answer:
    began = False
    try:
        message = Message.objects.select_related("staff").get(pk=claim.message)
        if not may_be_told(message):
            return Answer(Result.REFUSED, Why.OUT_OF_REACH)
        parcel = Parcel(message.pk, claim.reference, message.address, message.subject, message.text, message.url)
        began = True
        return adapter.send(parcel)
    except SealBroken:
        return Answer(Result.REFUSED, Why.UNREADABLE)
    except Exception as failed:  # noqa: BLE001 whatever a gateway or a room does, the next in line must not suffer
        _log.error("attempt %s on message %s broke off: %s", claim.number, claim.message, type(failed).__name__)
        return Answer(Result.UNKNOWN if began else Result.NOT_SENT, Why.BROKEN_OFF)


def _mark(claim: Claim, answer: Answer) -> None:
    moment = timezone.now()
    with transaction.atomic(durable=True):
        # A report may have come while the call was under way: what it said of the message stands.
        held = Message.objects.filter(pk=claim.message, tries=claim.number, state=claim.state)
        following = _next(claim, answer, moment)
        marked = held.update(claimed_until=None, why=answer.why or "", **following)
        if marked and following["state"] is State.FAILED:
            tell_senders([claim.message])
        attempt = Attempt.objects.filter(pk=claim.attempt)
        attempt.filter(result="").update(result=answer.result, why=answer.why or "")
        attempt.update(ended_at=moment)


def _next(claim: Claim, answer: Answer, moment: datetime) -> dict[str, object]:
    """Return the columns of a message after an attempt."""
    if answer.result is Result.ACCEPTED:
        return {"state": State.SENT}
    if answer.result is Result.DELIVERED:
        return {"state": State.DELIVERED, "delivered_at": moment}
    if answer.result is Result.UNKNOWN and claim.state is State.UNKNOWN:
        return {"state": State.UNKNOWN}
    if answer.result in (Result.REFUSED, Result.UNDELIVERED) or claim.pauses >= len(PAUSES):
        return {"state": State.FAILED}
    return {"state": State.WAITING, "due_at": moment + PAUSES[claim.pauses], "pauses": claim.pauses + 1}
