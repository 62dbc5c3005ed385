"""Paging by key: a page costs the same at the first and at the ten-thousandth."""

import base64
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Case as Choose
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, When
from django.utils.http import urlencode

from cases.lists.counting import Counted, Counts, Place, Question, Some, Walk, counts_and_places
from cases.lists.searching import Way, ways
from cases.models import Case, Leg
from cases.sight.ranges import Range
from cases.sight.shelves import Shelf
from kit.replica import REPLICA, from_replica
from law.errors import Refused

PAGE_SIZE = 30
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
    """One page of rows with the keys of its neighbours ("" where there is none), and what was counted with it."""

    rows: list[Any]
    after: str
    before: str
    counts: tuple[str, ...] = ()

    def turns(self, **kept: Any) -> dict[str, str]:
        """Return {older_url, newer_url}: where its neighbours are, asked as it was; "" where there is none."""
        return {
            "older_url": f"?{urlencode({**kept, 'after': self.after})}" if self.after else "",
            "newer_url": f"?{urlencode({**kept, 'before': self.before})}" if self.before else "",
        }


def page_of(
    ranges: Sequence[Range],
    order: str,
    fetch: Callable[[list[int]], Iterable[Case]],
    *,
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
    counted: Sequence[Question | Counted] = (),
    total: int = 0,
) -> Page:
    """Return the page after (or before) a key. Ordering by deadline leaves out cases where nothing is owed.

    ``ranges`` carry ``sealed_open``: where the sealed part is closed to the reader, its dates order nothing. One
    statement finds the keys and counts what is ``counted`` with them, the ranges themselves as the last, up to a
    ``total``, where one is wanted (the first page has counted itself, if that is far enough); ``fetch`` reads the cases of these keys through the rule for seeing. Raises Refused: order_unknown, key_broken, one_direction.
    """
    if order not in ORDERS:
        raise Refused("order_unknown", f"没有“{order}”这种排序，可用：{'、'.join(ORDERS)}。")
    cut = Cut.at(ORDERS[order], after, before, size)
    found, counts, by_itself = Page([], "", ""), list[str](), cut.counts_up_to(total)
    for way in ways(ranges, cut.size):
        # What is counted besides is counted once, whichever way leads to the words.
        told, places = _looked_up(way, cut, [] if counts else counted, total=0 if by_itself else total)
        counts = [*counts[: len(counted)], *told] if counts else told
        found = cut.of((each.day, each.key) for each in places if not each.stop)
        if not cut.stopped(places):
            break
    if by_itself:
        counts.append(f"{size}+" if found.after else str(len(found.rows)))
    cases = {case.pk: case for case in fetch([key for _, key in found.rows])}
    return replace(found, rows=[cases[key] for _, key in found.rows if key in cases], counts=tuple(counts))


def _looked_up(
    way: Way, cut: "Cut", counted: Sequence[Question | Counted], *, total: int
) -> tuple[list[str], list[Place]]:
    """Return the counts and the places of the page: found in the replica where the primary says the same of every place."""
    questions, firsts = _asked(way, cut, counted, total=total)
    found = from_replica(lambda: counts_and_places(questions, firsts, at=REPLICA))
    if found is not None and _confirmed(way, cut, found[1]):
        return found
    return counts_and_places(questions, firsts)


def _asked(
    way: Way, cut: "Cut", counted: Sequence[Question | Counted], *, total: int
) -> tuple[list[Counts], Sequence[QuerySet[Any] | Walk]]:
    rows = [each.rows for each in way.ranges]
    if not way.walked:
        walked = [each.order_by("-by_received_on", "-by_case") for each in rows]
        return [*counted, Some(walked, total)] if total else [*counted], placed(way.ranges, cut)
    parts = [part for each in way.ranges for part in _parts(each, cut.order.column)]
    walk = Walk([cut.beyond(part, "by_case") for part in parts], way.walked, cut.size + 1)
    first = Walk([each.order_by() for each in rows], way.counted)
    return [*counted, first] if total else [*counted], [walk]


def _confirmed(way: Way, cut: "Cut", places: list[Place]) -> bool:
    """Ask the primary the same of these keys alone: what was walled off, sealed or moved meanwhile does not stand there."""
    found = {each for each in places if not each.stop}
    keys = Q(pk__in={each.key for each in found}) & (Q(held=True) if way.walked else Q())
    parts = [part.filter(keys) for each in way.ranges for part in _parts(each, cut.order.column)]
    return not found or {*counts_and_places([], [part.values("pk", "place") for part in parts])[1]} >= found


def page_by(
    order: Order,
    rows: QuerySet[Any],
    *,
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
    whole: QuerySet[Any] | None = None,
) -> Page:
    """Return the page of rows that carry their ``place`` in this order. Raises Refused: key_broken, one_direction.

    ``whole``: the same rows with what is shown beside them, joined to those of the page alone, in the same statement.
    """
    cut = Cut.at(order, after, before, size)
    first = cut.first(rows, "pk")
    shown = first if whole is None else whole.filter(pk__in=first.values("pk"))
    found = {(row.place, row.pk): row for row in shown}
    page = cut.of(found)
    return replace(page, rows=[found[place] for place in page.rows])


@dataclass(frozen=True)
class Cut:
    """Which part of an order is asked for: so many rows after (or before) a key; ``down``: read downwards."""

    order: Order
    key: tuple[date, int] | None
    after: str
    before: str
    size: int

    @classmethod
    def at(cls, order: Order, after: str, before: str, size: int) -> "Cut":
        """Return the cut that an address asks for. Raises Refused: key_broken, one_direction."""
        if after and before:
            raise Refused("one_direction", "after 和 before 只能给一个。")
        return cls(order, _unpacked(order, after or before) if after or before else None, after, before, size)

    @property
    def down(self) -> bool:
        """Tell whether the rows are read from the highest to the lowest."""
        return self.order.descending != bool(self.before)

    def counts_up_to(self, total: int) -> bool:
        """Tell whether this page knows the number of all rows, as far as it is wanted: the first one, of an order that leaves none out."""
        return 0 < total <= self.size and self.key is None and self.order.column != "next_due_on"

    def first(self, rows: QuerySet[Any], key: str) -> QuerySet[Any]:
        """Return one row more than the page holds of rows with their ``place``; ``key``: the column of the second key."""
        return self.beyond(rows, key)[: self.size + 1]

    def beyond(self, rows: QuerySet[Any], key: str) -> QuerySet[Any]:
        """Return the rows on this side of the key, in their order."""
        beyond = rows.filter(_beyond("place", key, *self.key, down=self.down)) if self.key else rows
        ways = [each.desc() if self.down else each.asc() for each in (F("place"), F(key))]
        return beyond.order_by(*ways)

    def stopped(self, places: Iterable[Place]) -> bool:
        """Tell whether a walk stopped before the page was full."""
        ordered = sorted(places, key=lambda each: (each.day, each.key), reverse=self.down)
        return any(each.stop for each in ordered[: self.size + 1])

    def of(self, places: Iterable[tuple[date, int]]) -> Page:
        """Return the page of these places, each once, with the keys of its neighbours."""
        found = sorted(set(places), reverse=self.down)
        more, found = len(found) > self.size, found[: self.size]
        if self.before:
            found.reverse()
        forward, backward = (bool(found), more) if self.before else (more, bool(self.after))
        return Page(found, _packed(self.order, found[-1:], forward), _packed(self.order, found[:1], backward))


def placed(ranges: Sequence[Range], cut: Cut) -> list[QuerySet[Any]]:
    """Return what finds the places of a page: the first rows of every range, each read along its own index."""
    return [
        cut.first(part, "by_case").values("pk", "place") for each in ranges for part in _parts(each, cut.order.column)
    ]


def _parts(each: Range, column: str) -> list[QuerySet[Any]]:
    """Return the cases with their ``place`` in the order; by deadline in two parts, each quick in its own way."""
    rows = each.rows
    if column != "next_due_on":
        return [rows.annotate(place=F(f"by_{column}"))]
    if each.shelf not in (None, Shelf.OPEN):
        return []
    owing = rows.exclude(by_next_due_on=None)
    legs = Leg.objects.clear().filter(case=OuterRef("pk")).exclude(next_due_on=None)
    soonest = legs.order_by("next_due_on").values("next_due_on")[:1]
    told = Choose(When(sealed_open=True, then=F(column)), default=Subquery(soonest))
    sealed = owing.filter(by_sealed=True).annotate(place=told).exclude(place=None)
    return [owing.filter(by_sealed=False).annotate(place=F("by_next_due_on")), sealed]


def _beyond(column: str, second: str, value: date, key: int, *, down: bool) -> Q:
    side = "lt" if down else "gt"
    beyond = Q(**{f"{column}__{side}": value}) | Q(**{column: value, f"{second}__{side}": key})
    # Said twice: from the first half alone the index knows where to begin, however deep the page lies.
    return Q(**{f"{column}__{side}e": value}) & beyond


def _packed(order: Order, edge: list[tuple[date, int]], wanted: bool) -> str:
    if not wanted or not edge:
        return ""
    day, key = edge[0]
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
