"""What a run sends: one digest a person and working day, and at once what is late or urgent; never a word of a case."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from kit.messages.models import Message
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from law.warning_stages import Colour
from organizations.models import Staff
from organizations.outbox.recipients import colleague
from supervision.models import Alert, AlertRun
from supervision.warnings.owners import put_off
from supervision.warnings.roster import people
from supervision.warnings.silencing import silenced
from supervision.words.warnings import OF_CASES

WARNED_OF = Reason("supervision.warned", "期限预警")
_AT_ONCE = Q(colour=Colour.RED) | Q(case__urgent=True)


def tell_warnings(run: AlertRun) -> int:
    """Send what nobody has been sent yet, and return how many messages that were; a person a transaction."""
    agreed = Q(what__in=OF_CASES, case__in=put_off(run.on)) & ~Q(colour=Colour.RED)
    waiting = Alert.objects.filter(message=None, over=False).exclude(agreed).exclude(silenced(run.on))
    keys = waiting.order_by("staff").values_list("staff", flat=True).distinct()
    return sum(_tell(waiting.filter(staff=staff), staff, run) for staff in people(keys).values())


def _tell(waiting: QuerySet[Alert], staff: Staff, run: AlertRun) -> int:
    """Send a person his digest, unless he had one on this day; else what cannot wait until the next."""
    digest, sudden = f"warned:{run.on}:{staff.pk}", f"warned:{run.pk}:{staff.pk}"
    with transaction.atomic():
        had_one = Message.objects.filter(once=digest).exists()
        rows = list((waiting.filter(_AT_ONCE) if had_one else waiting).select_for_update(of=("self",)))
        if not rows:
            return 0
        message = queue_message(
            Channel.PRODUCT,
            WARNED_OF,
            colleague(staff),
            said(rows, run.on),
            url=reverse("supervision:warnings"),
            once=sudden if had_one else digest,
        )
        Alert.objects.filter(pk__in=[row.pk for row in rows]).update(message=message)
    return 1


def said(rows: Iterable[Alert], on: date) -> str:
    """Return what a digest says: how many dates are late, due today, near."""
    counted = Counter("超期" if row.due_on < on else "今天到期" if row.due_on == on else "临近到期" for row in rows)
    parts = "、".join(f"{word}{counted[word]}项" for word in ("超期", "今天到期", "临近到期") if counted[word])
    return f"期限预警：{parts}。请打开“预警”查看。"
