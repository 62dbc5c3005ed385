"""Counting as people read it, all of a page in one statement; what a person's standing decides is written down once.

Most of a desk's time went into Django writing the same SQL again for every request. A question that depends on nothing
but who asks, where he stands and the day is kept as it was written, for all requests of this process.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from cases.sight.accesses import accesses_of
from kit.replica import REPLICA, from_replica
from organizations.authority import standing_of
from organizations.models import Staff

COUNT_CAP = 1000
# About three kilobytes each; more than all people of a district have open at a time.
MOST_KEPT = 4000
# Rows, or several ranges of them in which a row may stand twice.
Counted = QuerySet[Any] | Sequence[QuerySet[Any]]


@dataclass(frozen=True)
class Walk:
    """Rows of which those are wanted that are ``held``; ``many`` are looked at: of each part to list, of all to count.

    ``wanted``: how many of them are enough, where they are listed.
    """

    parts: Sequence[QuerySet[Any]]
    many: int
    wanted: int = 0


@dataclass(frozen=True)
class Some:
    """Rows counted up to a number of their own: of what is walked for what a filter leaves, a page full says enough.

    They stand in the order of their index, so that it is walked, and nothing else begun.
    """

    rows: Sequence[QuerySet[Any]]
    most: int


@dataclass(frozen=True)
class Place:
    """Day and key of a row; ``stop``: here a walk ended, and what it would find from this row on is not known."""

    day: date
    key: int
    stop: bool = False


@dataclass(frozen=True)
class Written:
    """A statement as it goes to the database; empty where nothing can be found."""

    sql: str
    given: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Question:
    """Something to count: ``rows`` are asked for only where it was not written down under its ``key`` before."""

    key: Hashable
    rows: Callable[[], Counted]


Counts = Question | Counted | Walk | Some
_kept: dict[Hashable, Written] = {}


def own_question(what: Hashable, staff: Staff, on: date, rows: Callable[[], Counted]) -> Question:
    """Return a question whose rows depend on nothing but the person, his standing and the day."""
    return Question((what, standing_of(staff), accesses_of(staff), on), rows)


def capped_count(rows: Counted, cap: int = COUNT_CAP) -> str:
    """Return the number of rows as people read it: "37", or "1000+" beyond the cap."""
    return capped_counts([rows], cap)[0]


def capped_counts(questions: Sequence[Question | Counted], cap: int = COUNT_CAP) -> list[str]:
    """Return the number of rows of each question as people read it, all of them asked in one statement.

    A figure may be that of a few seconds ago, found in the replica.
    """
    found = from_replica(lambda: counts_and_places(questions, [], cap, at=REPLICA)[0])
    return counts_and_places(questions, [], cap)[0] if found is None else found


def counts_and_places(
    questions: Sequence[Counts],
    placed: Sequence[QuerySet[Any] | Walk],
    cap: int = COUNT_CAP,
    at: str = DEFAULT_DB_ALIAS,
) -> tuple[list[str], list[Place]]:
    """Return capped counts, and the places of ``placed`` (values of ``pk`` and ``place``, or a walk), all asked in one statement.

    A walk that had rows left to look at counted "at least so many": "37+".
    """
    parts = [(number, _of(question, cap, at)) for number, question in enumerate(questions)]
    asked = [Written(f"SELECT {number}, {one.sql}", one.given) for number, one in parts if one.sql]
    asked += [Written(f"SELECT -1, found.* FROM ({one.sql}) AS found", one.given) for one in _places(placed, at)]  # noqa: S608
    found = _run(asked, at) if asked else []
    counts = {number: _told(count, cap, more=more) for number, count, day, more in found if day is None}
    told = [counts.get(number, "0") for number in range(len(questions))]
    return told, [Place(day, key, stop) for _, key, day, stop in found if day is not None]


def _told(count: int, cap: int, *, more: bool) -> str:
    return f"{min(count, cap)}+" if more or count > cap else str(count)


def _of(question: Counts, cap: int, at: str) -> Written:
    if isinstance(question, Walk):
        return _walked(question, at)
    if isinstance(question, Some):
        return _written(question.rows, question.most, at, ordered=True)
    if not isinstance(question, Question):
        return _written(question, cap, at)
    key = (question.key, cap, at)
    known = _kept.get(key)
    if known is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        known = _kept[key] = _written(question.rows(), cap, at)
    return known


def _written(rows: Counted, cap: int, at: str, *, ordered: bool = False) -> Written:
    parts: list[str] = []
    given: list[Any] = []
    for part in [rows] if isinstance(rows, QuerySet) else rows:
        # What can have no row is not asked: it has no statement.
        with suppress(EmptyResultSet):
            kept = part if ordered else part.order_by()
            sql, values = _sql_of(kept.values("pk")[: cap + 1], at)
            parts.append(f"({sql})")
            given.extend(values)
    if not parts:
        return Written("")
    once = parts[0] if len(parts) == 1 else f"({' UNION '.join(parts)} LIMIT {cap + 1})"
    return Written(f"LEAST(COUNT(*), {cap}), NULL::date, COUNT(*) > {cap} FROM {once} AS counted", tuple(given))


def _walked(walk: Walk, at: str) -> Written:
    parts = list(_looked_at(walk, at, "pk", "held"))
    if not parts:
        return Written("")
    every = " UNION ALL ".join(f"SELECT * FROM ({part.sql}) AS part" for part in parts)  # noqa: S608
    looked = f"SELECT counted.*, COUNT(*) OVER () AS many FROM ({every} LIMIT {walk.many}) AS counted (id, held)"  # noqa: S608
    counted = f"COUNT(DISTINCT id) FILTER (WHERE held), NULL::date, bool_or(many = {walk.many})"
    return Written(f"{counted} FROM ({looked}) AS looked", tuple(each for part in parts for each in part.given))


def _places(placed: Sequence[QuerySet[Any] | Walk], at: str) -> list[Written]:
    found = []
    for rows in placed:
        if isinstance(rows, Walk):
            found += [_first_held(rows, part) for part in _looked_at(rows, at, "pk", "place", "held")]
            continue
        with suppress(EmptyResultSet):
            sql, values = _sql_of(rows, at)
            found.append(Written(f"SELECT id, place, FALSE FROM ({sql}) AS placed (id, place)", values))  # noqa: S608
    return found


def _first_held(walk: Walk, part: Written) -> Written:
    """Return the first rows that are held, and the one at which the walk stops, held or not."""
    turns = f"SELECT walked.*, row_number() OVER () AS turn FROM ({part.sql}) AS walked (id, place, held)"  # noqa: S608
    kept = f"held OR turn = {walk.many} LIMIT {walk.wanted}"
    return Written(f"SELECT id, place, turn = {walk.many} FROM ({turns}) AS turns WHERE {kept}", part.given)  # noqa: S608


def _looked_at(walk: Walk, at: str, *columns: str) -> Iterator[Written]:
    for part in walk.parts:
        with suppress(EmptyResultSet):
            yield Written(*_sql_of(part.values(*columns)[: walk.many], at))


def _sql_of(rows: QuerySet[Any], at: str) -> tuple[str, tuple[Any, ...]]:
    # The walls are written otherwise for a replica: it is said to the compiler for which database this is.
    sql, given = rows.query.get_compiler(at).as_sql()
    return sql, tuple(given)


def _run(parts: Sequence[Written], at: str) -> list[tuple[int, int, date | None, bool]]:
    with connections[at].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(part.sql for part in parts), [each for part in parts for each in part.given])
        found: list[tuple[int, int, date | None, bool]] = cursor.fetchall()
    return found
