"""Reading a ledger in parts cut by key: a page, or everything chunk by chunk, without holding it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kit.ledgers.declaring import Ledger
from kit.replica import REPLICA, from_replica
from law.errors import Refused

_PLACE = re.compile(r"(\d{4}-\d\d-\d\d)_(\d{1,18})_(\d{1,9})", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where a part ends: the date and key of its last row, and how many rows stand before the next part."""

    day: date
    key: int
    before: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}_{self.key}_{self.before}"


def place_of(text: str) -> Place | None:
    """Read a place from an address, None for the beginning. Raises Refused key_broken."""
    if not text:
        return None
    try:
        found = _PLACE.fullmatch(text)
        if found:
            return Place(date.fromisoformat(found[1]), int(found[2]), int(found[3]))
    except ValueError as broken:
        raise _broken() from broken
    raise _broken()


def part_after(ledger: Ledger, rows: QuerySet[Any], place: Place | None, size: int) -> tuple[list[Any], Place | None]:
    """Return so many rows after a place, the oldest first, and the place of the next part, None at the end."""
    order = ledger.order
    if place:
        # Said twice: from the first half alone the index knows where to begin.
        beyond = Q(**{f"{order}__gt": place.day}) | Q(**{order: place.day, "pk__gt": place.key})
        rows = rows.filter(Q(**{f"{order}__gte": place.day}) & beyond)
    found = _first(rows.order_by(order, "pk"), size + 1)
    more, found = len(found) > size, found[:size]
    before = (place.before if place else 0) + len(found)
    return found, Place(getattr(found[-1], order), found[-1].pk, before) if more else None


def count_of(rows: QuerySet[Any], most: int | None = None) -> int:
    """Return the number of rows, or ``most`` where there are more; it may be that of a few seconds ago."""
    capped = rows.order_by()[:most]
    found = from_replica(lambda: capped.using(REPLICA).count())
    return capped.count() if found is None else found


def _first(rows: QuerySet[Any], most: int) -> list[Any]:
    """Return the first rows: their keys found in the replica, if the primary gives a row for every one of them."""
    keys = from_replica(lambda: list(rows.using(REPLICA).prefetch_related(None).values_list("pk", flat=True)[:most]))
    if keys and len(found := list(rows.filter(pk__in=keys))) == len(keys):
        return found
    return list(rows[:most])


def parts(ledger: Ledger, rows: QuerySet[Any], size: int) -> Iterator[tuple[int, list[Any]]]:
    """Yield the rows part by part, each with the number of rows before it."""
    place: Place | None = None
    before = 0
    while True:
        found, place = part_after(ledger, rows, place, size)
        if found:
            yield before, found
        before += len(found)
        if place is None:
            return


def _broken() -> Refused:
    return Refused("key_broken", "翻页的位置不对，请从第一页重新开始。")
