"""What became of messages, for those who run the system: recipient, channel, reason and state, and never a word of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from kit.messages.knowing import reasons
from kit.messages.models import Message
from kit.messages.words import STUCK
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right

PAGE_SIZE = 50
ALL = "all"
OUTSIDE = "系统外的人"


@dataclass(frozen=True)
class MessagePage:
    """Messages, the newest first, and the number to ask the next page with (None: there is none)."""

    messages: list[Message]
    older: int | None


def readable_messages(staff: Staff, *rights: Right) -> QuerySet[Message]:
    """Return the messages of a person's districts and above, without address and words. Raises Refused not_permitted.

    ``rights``: any of these; where none is named, those of the administrator and of the auditor.
    """
    held = [each for right in rights or (Right.MANAGE_UNITS, Right.READ_LOG) for each in holdings(staff, right)]
    if not held:
        raise Refused("not_permitted", "消息的发送由系统管理员处理、安全审计员查阅。可在“权限一览”查看由谁担任。")
    districts = {grant.unit.district_id for _, grant in held}
    rows = Message.objects.filter(Q(district__in=districts) | Q(district=None))
    # What was said belongs to the recipient; it is not even opened here.
    return rows.defer("address", "subject", "text").select_related("staff__unit")


def may_resend(staff: Staff) -> bool:
    """Tell whether a person may send messages again."""
    return bool(holdings(staff, Right.MANAGE_UNITS))


def filtered(rows: QuerySet[Message], asked: Mapping[str, Any]) -> QuerySet[Message]:
    """Narrow messages down: ``state`` ("": what is stuck, all: every one), ``channel``, ``reason``."""
    state = asked.get("state")
    if state != ALL:
        rows = rows.filter(state=state) if state else rows.filter(state__in=STUCK)
    for name in ("channel", "reason"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    return rows


def page_of_messages(rows: QuerySet[Message], before: int | None = None) -> MessagePage:
    """Return one page of messages with their attempts, those before a message's number."""
    part = rows.filter(pk__lt=before) if before else rows
    found = list(part.order_by("-pk").prefetch_related("attempts__reports")[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    return MessagePage(found[:PAGE_SIZE], found[PAGE_SIZE - 1].pk if more else None)


def recipient_words(message: Message) -> str:
    """Return who is told: the name of a member of staff; of anybody else, that he is from outside."""
    return message.staff.name if message.staff else OUTSIDE


def reason_words(code: str) -> str:
    """Return the word for a reason; the code itself where its room is gone."""
    reason = reasons().get(code)
    return reason.label if reason else code
