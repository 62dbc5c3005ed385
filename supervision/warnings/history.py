"""What acts did to the dates of a case, in the moments of their events: the ground the auditor stands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import connection

# A turn whose event is not there was made by no act, and counts for nothing.
_TURNS = """
SELECT t.case_id, k.district_id, e.at, t.what, t.key, t.due_on, t.runs, t.duty, t.unit_id, t.leg_id, t.handler_id, t.held
FROM supervision_turn t JOIN cases_event e ON e.case_id = t.case_id AND e.sequence = t.sequence
JOIN cases_case k ON k.id = t.case_id
WHERE t.case_id > %(after)s AND t.case_id <= %(until)s ORDER BY t.case_id, t.id
"""
SLICE = 20_000


@dataclass(frozen=True)
class Turned:
    """One turn: the moment of its act, and how things stand from then on (`supervision.models.Turn` says how they are read)."""

    at: datetime
    key: int
    due_on: date | None
    runs: bool
    duty: str
    unit: int | None
    leg: int | None
    handler: int | None
    held: bool


@dataclass
class CaseHistory:
    """The turns of one case, in their order, by what they tell of and its key."""

    case: int
    district: int | None = None
    turns: dict[tuple[str, int], list[Turned]] = field(default_factory=dict)

    def at(self, what: str, key: int | None, moment: datetime) -> Turned | None:
        """Return how something stood at a moment; None: it was not there yet."""
        if key is None:
            return None
        found = [each for each in self.turns.get((what, key), ()) if each.at <= moment]
        return found[-1] if found else None

    def dates(self) -> Iterator[tuple[str, int, list[Turned]]]:
        """Return the clocks, and what other units were asked, each with its turns."""
        for (what, key), turns in self.turns.items():
            if what in ("c", "a"):
                yield what, key, turns


def slices() -> Iterator[tuple[int, int]]:
    """Return from which case on to which there are any turns, or warnings, in slices."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT GREATEST((SELECT max(case_id) FROM supervision_turn), (SELECT max(case_id) FROM supervision_alert))"
        )
        last = cursor.fetchone()[0] or 0
    for after in range(0, last, SLICE):
        yield after, after + SLICE


def histories(after: int, until: int) -> Iterator[CaseHistory]:
    """Return the history of every case of a slice that has any."""
    with connection.cursor() as cursor:
        cursor.execute(_TURNS, {"after": after, "until": until})
        for case, rows in groupby(cursor.fetchall(), key=lambda row: row[0]):
            yield _history(case, rows)


def _history(case: int, rows: Any) -> CaseHistory:
    found = CaseHistory(case)
    for _, found.district, at, what, key, *rest in rows:
        found.turns.setdefault((what, key), []).append(Turned(at, key, *rest))
    return found
