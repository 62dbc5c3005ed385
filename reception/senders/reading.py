"""Senders within a person's reach."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import record_not_found
from organizations.roles import Right
from reception.models import Sender, SenderState


def assert_compares(staff: Staff) -> Staff:
    """Let in who brings lists of other systems. Raises Refused not_permitted."""
    if not holdings(staff, Right.IMPORT):
        raise Refused(
            "not_permitted", "对账、来件渠道由窗口登记员、分办员、工作调度员办理。可在“权限一览”查看谁可以导入。"
        )
    return staff


def senders(staff: Staff) -> QuerySet[Any]:
    """Return the senders of a person's desks, those in use first."""
    return Sender.objects.readable_by(staff).select_related("unit").order_by("state", "name", "id")


def active_senders(staff: Staff) -> QuerySet[Any]:
    """Return the senders in use."""
    return senders(staff).filter(state=SenderState.ACTIVE)


def not_compared(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the senders whose list was not held against ours today."""
    return active_senders(staff).exclude(compared_on=on)


def sender_of(staff: Staff, key: int) -> Sender:
    """Return a sender that a person may read. Raises Refused not_found."""
    found: Sender | None = senders(staff).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def named_in(rows: QuerySet[Any], key: str) -> Sender | None:
    """Return the sender of these that an address names, None where it names none."""
    return rows.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None
