"""The ranges of reach rows that a person's lists are read from: each lies together in its index, in the order of the list."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from cases.sight.accesses import accesses_of, by_access
from cases.sight.querysets import CaseQuerySet, only_open
from cases.sight.reach import Sight, rows_answer, sight_of
from organizations.models import Staff


@dataclass(frozen=True)
class Range:
    """Cases visible to a person, each with the keys that a list is ordered by: of the reach row that lets him see it.

    ``by_received_on``, ``by_next_due_on``, ``by_case``: only these columns lie in the order of the index. Two ranges
    may hold the same case: a list that merges them shows it once.
    """

    rows: CaseQuerySet[Any]

    @classmethod
    def of(cls, rows: CaseQuerySet[Any], keys: str = "") -> "Range":
        """Return a range of rows whose keys are found below ``keys``; a column named later would join once more."""
        case = F(f"{keys}case_id") if keys else F("pk")
        columns = {f"by_{name}": F(f"{keys}{name}") for name in ("received_on", "next_due_on")}
        return cls(rows.annotate(by_case=case, **columns))


def ranges_of(rows: CaseQuerySet[Any], staff: Staff, historic: bool | None) -> list[Range]:
    """Return the cases of ``rows`` that are visible to a person as ranges; ``historic`` None: history with the others."""
    narrowed = rows if historic is None else rows.filter(historic=historic)
    if not rows_answer(staff):
        return [Range.of(narrowed.visible_to(staff))]
    sight = sight_of(staff)
    found = [_joined(rows, Q(only_open(sight), held), staff) for held in _held(sight, historic)]
    found += [
        _joined(narrowed, Q(reach_rows__unit=None, reach_rows__district=key), staff) for key in sight.sealed_desks
    ]
    if given := by_access(accesses_of(staff)):
        found.append(Range.of(narrowed.opened_by(given, staff)))
    return found


def _held(sight: Sight, historic: bool | None) -> list[Q]:
    """Return one condition a unit and a half of the index; without history the other half is not looked at."""
    within = Q(reach_rows__district__in=sight.districts) if sight.districts else Q()
    units = [Q(within, reach_rows__unit=key) for key in sight.below]
    units += [Q(within, reach_rows__unit=key, reach_rows__own=True) for key in sight.own if key not in sight.below]
    units += [Q(reach_rows__unit=key, reach_rows__district=key, reach_rows__open_above=True) for key in sight.whole]
    halves = (False, True) if historic is None else (historic,)
    return [Q(unit, reach_rows__historic=half) for unit in units for half in halves]


def _joined(rows: CaseQuerySet[Any], held: Q, staff: Staff) -> Range:
    return Range.of(rows.along(held, staff), "reach_rows__")
