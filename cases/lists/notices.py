"""The unread notices of a person: those of acts one by one, those of moved dates as one line a recount."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from cases.models import Notice
from law.errors import Refused
from organizations.calendar_days import change_words
from organizations.models import Staff
from organizations.today import now

MOST_MOVED = 200
_MOST = 8


@dataclass(frozen=True)
class Unread:
    """What lies on a desk: notices of acts, and a line for every recount with the address of what it moved."""

    notices: list[Notice]
    moved: list[dict[str, Any]]


def unread_notices(staff: Staff) -> "QuerySet[Notice]":
    """Return the unread notices of a person about cases still within reach."""
    return Notice.objects.readable_by(staff).filter(staff=staff, read_at=None)


def desk_notices(staff: Staff) -> Unread:
    """Return the unread notices of the desk, the newest first, by one query while no date has moved."""
    rows = unread_notices(staff).order_by("-id")
    # Each with a limit of its own: a holiday that moves hundreds must not push out what somebody is asked to do.
    both = rows.filter(change=None)[:_MOST].union(rows.filter(change__isnull=False)[:MOST_MOVED], all=True)
    found: list[Any] = sorted(both, key=lambda each: each.pk, reverse=True)
    return Unread(
        [each for each in found if each.change is None], _lines([each for each in found if each.change is not None])
    )


def _lines(moved: Sequence[Any]) -> list[dict[str, Any]]:
    legs = Counter(each.change for each in moved)
    said = {each.change: each.text for each in moved}
    return [
        {"text": said[change] if number == 1 else _many(change, number), "url": _address(change)}
        for change, number in sorted(legs.items(), reverse=True)
    ]


def _many(change: int, number: int) -> str:
    more = "以上" if number >= MOST_MOVED else ""
    return f"{change_words(change)}：您负责的{number}件{more}期限有变动，请逐件查看新旧日期"


def _address(change: int) -> str:
    return reverse("cases:moved_dates", args=[change])


def moved_by(staff: Staff, change: int) -> list[Notice]:
    """Return a person's unread notices of what one change of the calendar moved. Raises Refused not_found."""
    rows = unread_notices(staff).filter(change=change)
    found = list(rows.order_by("-id")[:MOST_MOVED])
    if not found:
        raise Refused("not_found", "没有这次调整的未读提醒。")
    return found


def mark_moved_read(staff: Staff, change: int) -> int:
    """Take the notices of one change off a person's desk, and return how many they were."""
    rows = Notice.objects.filter(staff=staff, read_at=None, change=change)
    return rows.update(read_at=now())
