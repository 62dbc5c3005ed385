"""The lines that records put on a person's desk: shown while he may still read the record, gone once he looked."""

from datetime import date
from typing import Any

from django.urls import reverse

from law.errors import Refused
from organizations.mandates import days_to_confirm
from organizations.models import RecordNotice, Staff
from organizations.roles import Role
from organizations.today import now

MOST = 8


def record_notices(staff: Staff, _on: date) -> list[dict[str, Any]]:
    """Return the unread lines of a person, the newest first, each with the address that opens it."""
    waiting = len(days_to_confirm(staff)) if Role.LEADER in staff.roles else 0
    confirming = [{"text": f"联络员代您办理的事项，{waiting}天待确认", "url": reverse("account")}] if waiting else []
    mine = RecordNotice.objects.readable_by(staff).filter(staff=staff, read_at=None)
    unread = mine.select_related("entry").order_by("-id")
    return confirming + [
        {"text": f"{each.text}（{each.entry.at:%m-%d}）", "url": reverse("record_notice", args=[each.pk])}
        for each in unread[:MOST]
    ]


def open_notice(staff: Staff, notice_id: int) -> str:
    """Take one of a person's lines off his desk and return where it leads. Raises Refused not_found."""
    found = RecordNotice.objects.readable_by(staff).filter(staff=staff, pk=notice_id).first()
    if found is None:
        raise Refused("not_found", "没有这条提醒，或者不在您的查看范围内。")
    RecordNotice.objects.filter(pk=found.pk, read_at=None).update(read_at=now())
    return found.url or reverse("account")
