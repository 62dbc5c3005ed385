"""Paging by key: a page costs the same at the first and at the ten-thousandth; counts are capped."""

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from cases.models import Case, Leg
from cases.sight.querysets import CaseQuerySet
from law.errors import Refused

PAGE_SIZE = 30
COUNT_CAP = 1000
MOST_KEY = 200


@dataclass(frozen=True)
class Order:
    """One order of the list: a date column and the key, both in the same direction; each has its index."""

    column: str
    descending: bool
    label: str


ORDERS = {
    "received": Order("received_on", descending=True, label="收到日期（新的在前）"),
    "oldest": Order("received_on", descending=False, label="收到日期（早的在前）"),
    "due": Order("next_due_on", descending=False, label="最近期限（急的在前）"),
}


@dataclass(frozen=True)
class Page:
    """One page of rows with the keys of its neighbours ("" where there is none)."""

    rows: list[Any]
    after: str
    before: str


def page_of(rows: CaseQuerySet[Case], order: str, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> Page:
    """Return the page after (or before) a key. Ordering by deadline leaves out cases where nothing is owed.

    ``rows`` carry ``sealed_open``: where the sealed part is closed to the reader, its dates order nothing.
    Raises Refused: order_unknown, key_broken, one_direction.
    """
    if order not in ORDERS:
        raise Refused("order_unknown", f"没有“{order}”这种排序，可用：{'、'.join(ORDERS)}。")
    chosen = ORDERS[order]
    return page_by(chosen, _parts(rows, chosen.column), after=after, before=before, size=size)


def page_by(
    order: Order, parts: Sequence[QuerySet[Any]], *, after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """Return the page of rows that carry their ``place`` in this order, merged from parts that share no row.

    Raises Refused: key_broken, one_direction.
    """
    if after and before:
        raise Refused("one_direction", "after 和 before 只能给一个。")
    down = order.descending != bool(before)
    key = _unpacked(order, after or before) if after or before else None
    found = [row for part in parts for row in _first(part, key, size + 1, down=down)]
    found.sort(key=_place, reverse=down)
    more, found = len(found) > size, found[:size]
    if before:
        found.reverse()
    forward, backward = (bool(found), more) if before else (more, bool(after))
    return Page(found, _packed(order, found[-1:], forward), _packed(order, found[:1], backward))


def capped_count(rows: QuerySet[Any], cap: int = COUNT_CAP) -> str:
    """Return the number of rows as people read it: "37", or "1000+" beyond the cap."""
    return capped_counts([rows], cap)[0]


def capped_counts(questions: Sequence[QuerySet[Any]], cap: int = COUNT_CAP) -> list[str]:
    """Return the number of rows of each question as people read it, all of them asked in one statement."""
    parts: list[str] = []
    given: list[Any] = []
    for place, rows in enumerate(questions):
        # What can have no row is not asked: it has no statement.
        with suppress(EmptyResultSet):
            sql, values = rows.order_by().values("pk")[: cap + 1].query.sql_with_params()
            parts.append(f"SELECT {place}, COUNT(*) FROM ({sql}) AS counted")  # noqa: S608
            given.extend(values)
    found: dict[int, int] = {}
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), given)
            found = dict(cursor.fetchall())
    counts = (found.get(place, 0) for place in range(len(questions)))
    return [f"{cap}+" if count > cap else str(count) for count in counts]


def _parts(rows: CaseQuerySet[Case], column: str) -> list[CaseQuerySet[Case]]:
    """Return the rows with their ``place`` in the order; by deadline in two parts, each quick in its own way."""
    if column != "next_due_on":
        return [rows.annotate(place=F(column))]
    known = rows.filter(Q(sealed_open=True)).exclude(next_due_on=None).annotate(place=F(column))
    legs = Leg.objects.clear().filter(case=OuterRef("pk")).exclude(next_due_on=None)
    soonest = legs.order_by("next_due_on").values("next_due_on")[:1]
    told = rows.filter(Q(sealed=True, sealed_open=False)).annotate(place=Subquery(soonest))
    return [known, told.exclude(place=None)]


def _first(part: QuerySet[Any], key: tuple[date, int] | None, size: int, *, down: bool) -> list[Any]:
    sign = "-" if down else ""
    rows = part.filter(_beyond("place", *key, down=down)) if key else part
    return list(rows.order_by(f"{sign}place", f"{sign}id")[:size])


def _place(row: Any) -> tuple[date, int]:
    place: date = row.place
    return place, row.pk


def _beyond(column: str, value: date, key: int, *, down: bool) -> Q:
    side = "lt" if down else "gt"
    beyond = Q(**{f"{column}__{side}": value}) | Q(**{column: value, f"id__{side}": key})
    # Said twice: from the first half alone the index knows where to begin, however deep the page lies.
    return Q(**{f"{column}__{side}e": value}) & beyond


def _packed(order: Order, edge: list[Any], wanted: bool) -> str:
    if not wanted or not edge:
        return ""
    day, key = _place(edge[0])
    raw = json.dumps([order.column, day.isoformat(), key])
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def _unpacked(order: Order, key: str) -> tuple[date, int]:
    """Read a key of this order; one made for another order would skip rows, so it is refused."""
    try:
        column, day, number = json.loads(base64.urlsafe_b64decode(key[:MOST_KEY] + "=" * (-len(key) % 4)))
        if column == order.column and isinstance(number, int):
            return date.fromisoformat(day), number
    except (ValueError, TypeError, RecursionError) as broken:
        raise _key_broken() from broken
    raise _key_broken()


def _key_broken() -> Refused:
    return Refused("key_broken", "翻页的位置不对，请从第一页重新开始。")
