"""The ranges of reach rows that a person's lists are read from: each lies together in its index, in the order of the list."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q

from cases.sight.accesses import accesses_of, by_access
from cases.sight.querysets import NOTHING, CaseQuerySet, only_open
from cases.sight.reach import Sight, rows_answer, sight_of
from cases.sight.shelves import OF_CASES, Shelf
from cases.sight.words import Words
from organizations.models import Staff


@dataclass(frozen=True)
class Range:
    """Cases visible to a person, each with the keys that a list is ordered by: of the reach row that lets him see it.

    ``by_received_on``, ``by_next_due_on``, ``by_sealed``, ``by_case``: only these columns lie in the order of the
    index. Two ranges may hold the same case: a list that merges them shows it once. ``shelf``: None for all of them.
    ``words``: what its cases must hold besides; the list decides how they are looked for.
    """

    rows: CaseQuerySet[Any]
    shelf: int | None = None
    words: Words | None = None

    @classmethod
    def of(cls, rows: CaseQuerySet[Any], keys: str = "", shelf: int | None = None) -> "Range":
        """Return a range of rows whose keys are found below ``keys``; a column named later would join once more."""
        case = F(f"{keys}case_id") if keys else F("pk")
        columns = {f"by_{name}": F(f"{keys}{name}") for name in ("received_on", "next_due_on", "sealed")}
        return cls(rows.annotate(by_case=case, **columns), shelf)


def ranges_of(
    rows: CaseQuerySet[Any], staff: Staff, shelves: Collection[int], *, together: bool = False
) -> list[Range]:
    """Return the cases of ``rows`` that are visible to a person and lie on these shelves, as ranges.

    ``together``: few rows are known to be meant, so that no shelf is walked: one range for all shelves of a unit.
    """
    if not rows_answer(staff):
        return [Range.of(rows.filter(_on(shelves)).visible_to(staff))]
    sight = sight_of(staff)
    kept = [Q(only_open(sight), unit) for unit in _units(sight)]
    kept += [Q(reach_rows__unit=None, reach_rows__district=key) for key in sight.sealed_desks]
    found = [
        Range.of(
            rows.along(Q(held, reach_rows__shelf__in=part), staff), "reach_rows__", part[0] if len(part) == 1 else None
        )
        for held in kept
        for part in ([sorted(shelves)] if together else [[shelf] for shelf in sorted(shelves)])
    ]
    if given := by_access(accesses_of(staff)):
        found.append(Range.of(rows.filter(_on(shelves)).opened_by(given, staff)))
    return found


def _units(sight: Sight) -> list[Q]:
    """Return one condition for each unit through which a person sees."""
    within = Q(reach_rows__district__in=sight.districts) if sight.districts else Q()
    units = [Q(within, reach_rows__unit=key) for key in sight.below]
    units += [Q(within, reach_rows__unit=key, reach_rows__own=True) for key in sight.own if key not in sight.below]
    whole = {"reach_rows__open_above": True}
    return units + [Q(reach_rows__unit=key, reach_rows__district=key, **whole) for key in sight.whole]


def _on(shelves: Collection[int]) -> Q:
    return reduce(or_, (OF_CASES[Shelf(shelf)] for shelf in shelves), NOTHING)
