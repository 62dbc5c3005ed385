"""Counting as people read it, all of a page in one statement; what a person's standing decides is written down once.

Most of a desk's time went into Django writing the same SQL again for every request. A question that depends on nothing
but who asks, where he stands and the day is kept as it was written, for all requests of this process.
"""

from collections.abc import Callable, Hashable, Sequence
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
class Written:
    """A statement as it goes to the database; empty where nothing can be found."""

    sql: str
    given: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Question:
    """Something to count: ``rows`` are asked for only where it was not written down under its ``key`` before."""

    key: Hashable
    rows: Callable[[], Counted]


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
    questions: Sequence[Question | Counted],
    placed: Sequence[QuerySet[Any]],
    cap: int = COUNT_CAP,
    at: str = DEFAULT_DB_ALIAS,
) -> tuple[list[str], list[tuple[date, int]]]:
    """Return capped counts, and key and day of the rows of ``placed`` (values of ``pk`` and ``place``), all of them asked in one statement."""
    parts = [(number, _of(question, cap, at)) for number, question in enumerate(questions)]
    asked = [Written(f"SELECT {number}, {one.sql}", one.given) for number, one in parts if one.sql]
    asked += [Written(f"SELECT -1, found.* FROM ({one.sql}) AS found", one.given) for one in _places(placed, at)]  # noqa: S608
    found = _run(asked, at) if asked else []
    counts = {number: count for number, count, day in found if day is None}
    told = [f"{cap}+" if counts.get(n, 0) > cap else str(counts.get(n, 0)) for n in range(len(questions))]
    return told, [(day, key) for _, key, day in found if day is not None]


def _of(question: Question | Counted, cap: int, at: str) -> Written:
    if not isinstance(question, Question):
        return _written(question, cap, at)
    key = (question.key, cap, at)
    known = _kept.get(key)
    if known is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        known = _kept[key] = _written(question.rows(), cap, at)
    return known


def _written(rows: Counted, cap: int, at: str) -> Written:
    parts: list[str] = []
    given: list[Any] = []
    for part in [rows] if isinstance(rows, QuerySet) else rows:
        # What can have no row is not asked: it has no statement.
        with suppress(EmptyResultSet):
            sql, values = _sql_of(part.order_by().values("pk")[: cap + 1], at)
            parts.append(f"({sql})")
            given.extend(values)
    if not parts:
        return Written("")
    once = parts[0] if len(parts) == 1 else f"({' UNION '.join(parts)} LIMIT {cap + 1})"
    return Written(f"COUNT(*), NULL::date FROM {once} AS counted", tuple(given))


def _places(placed: Sequence[QuerySet[Any]], at: str) -> list[Written]:
    found = []
    for rows in placed:
        with suppress(EmptyResultSet):
            sql, values = _sql_of(rows, at)
            found.append(Written(sql, tuple(values)))
    return found


def _sql_of(rows: QuerySet[Any], at: str) -> tuple[str, tuple[Any, ...]]:
    # The walls are written otherwise for a replica: it is said to the compiler for which database this is.
    sql, given = rows.query.get_compiler(at).as_sql()
    return sql, tuple(given)


def _run(parts: Sequence[Written], at: str) -> list[tuple[int, int, date | None]]:
    with connections[at].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(part.sql for part in parts), [each for part in parts for each in part.given])
        found: list[tuple[int, int, date | None]] = cursor.fetchall()
    return found
