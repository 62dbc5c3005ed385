"""What did not arrive in the end is told to whoever sent it, in the product: which kind, why, and never to whom."""

from collections.abc import Sequence
from typing import Any

from kit.messages.knowing import reasons
from kit.messages.models import Message
from kit.messages.queueing import Recipient, queue_message
from kit.messages.words import Channel, Why
from kit.reasons import Reason


def _may_know(staff: Any, about: int | None) -> bool:
    """Its sender, as long as he may know what it was about: a wall may have been built meanwhile."""
    sent = Message.objects.filter(pk=about or 0, sender=staff).only("reason", "about").first()
    reason = reasons().get(sent.reason) if sent else None
    return sent is not None and reason is not None and reason.may_tell(staff, sent.about)


MESSAGE_FAILED = Reason("message.failed", "消息没有送到", may_know=_may_know)


def tell_senders(keys: Sequence[int]) -> None:
    """Tell who sent these messages that they failed; once for each time that one fails. In the transaction of it."""
    rows = Message.objects.filter(pk__in=list(keys), sender__isnull=False).defer("address", "subject", "text")
    known = reasons()
    for failed in rows.select_related("sender"):
        reason, why = known.get(failed.reason), Why(failed.why).label if failed.why else "没有送到"
        queue_message(
            Channel.PRODUCT,
            MESSAGE_FAILED,
            Recipient(failed.sender, district=failed.district),
            f"您发出的{Channel(failed.channel).label}（{reason.label if reason else failed.reason}）没有送到：{why}。"
            "请核对号码或者地址，换一种方式联系。",
            url=failed.url,
            about=failed.pk,
            once=f"failed:{failed.pk}:{failed.tries}",
        )
