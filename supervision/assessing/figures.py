"""Figures of units: counted from what is recorded while nothing is fixed, and the points that they come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from cases.sight.querysets import ReadableQuerySet
from law.vocabulary import Duty, Outcome
from organizations.models import Staff
from supervision.assessing.formulas import COLUMNS, RULES, period_of
from supervision.models import AssessmentScheme, AssessmentScore
from supervision.words.assessing import Formula
from supervision.words.meetings import MeetingKind
from supervision.words.orders import Failure, RowResult

_CENT = Decimal("0.01")
# What the code in a row of a formula means.
_SAID = {
    Formula.CLOCKS_IN_TIME: Duty,
    Formula.NOTICES_IN_TIME: Duty,
    Formula.SOUND_ROWS: RowResult,
    Formula.CARRIED_OUT: Outcome,
    Formula.ORDERS_IN_TIME: Failure,
    Formula.ATTENDED: MeetingKind,
}


@dataclass(frozen=True)
class Figure:
    """So many of what was owed were done as they had to be."""

    owed: int
    good: int


@dataclass(frozen=True)
class Total:
    """What a unit has of what it could have: items without points, because nothing was owed, are in neither."""

    earned: Decimal
    possible: int

    @property
    def of_hundred(self) -> Decimal | None:
        """Return it as if all items together were a hundred; None where none has points."""
        return (self.earned * 100 / self.possible).quantize(_CENT, ROUND_HALF_UP) if self.possible else None


def points_of(weight: int, figure: Figure) -> Decimal | None:
    """Return the points of a figure; None where nothing was owed: that is not nought."""
    if not figure.owed:
        return None
    return (Decimal(weight) * figure.good / figure.owed).quantize(_CENT, ROUND_HALF_UP)


def total_of(scores: Iterable[AssessmentScore]) -> Total:
    """Return what the scores of a unit come to; what is not scored is in neither sum."""
    counted = [(score.final, score.item.weight) for score in scores if score.final is not None]
    return Total(sum((points for points, _ in counted), Decimal(0)), sum(weight for _, weight in counted))


def live_rows(
    formula: Formula, scheme: AssessmentScheme, on: date, *, staff: Staff | None = None, unit: int | None = None
) -> QuerySet[Any]:
    """Return the rows of a formula as they are now, of a scheme's units or one of them; for a person, those he may read."""
    rows = RULES[formula].rows(period_of(scheme.year, on))
    rows = rows.filter(of_unit=unit) if unit else rows.filter(of_unit__in=scheme.results.values("unit"))
    return rows.readable_by(staff) if staff is not None and isinstance(rows, ReadableQuerySet) else rows


def preview(scheme: AssessmentScheme, scores: Iterable[AssessmentScore], staff: Staff, on: date) -> None:
    """Put the figures of now into scores that are not fixed yet, of what a person may read: one query a formula."""
    counted: dict[str, dict[int, Figure]] = {}
    for score in scores:
        item = score.item
        if not item.formula:
            continue
        if item.formula not in counted:
            counted[item.formula] = _by_unit(live_rows(Formula(item.formula), scheme, on, staff=staff))
        figure = counted[item.formula].get(score.result.unit_id, Figure(0, 0))
        score.owed, score.good, score.points = figure.owed, figure.good, points_of(item.weight, figure)


def _by_unit(rows: QuerySet[Any]) -> dict[int, Figure]:
    counted = rows.order_by().values("of_unit").annotate(owes=Count("pk"), kept=Count("pk", filter=Q(good=True)))
    return {row["of_unit"]: Figure(row["owes"], row["kept"]) for row in counted}


def frozen_rows(formula: Formula, scheme: AssessmentScheme, on: date) -> Iterator[tuple[Any, ...]]:
    """Yield all rows of a formula as `COLUMNS`, whoever may read them: what is fixed is the unit's, not one reader's."""
    yield from live_rows(formula, scheme, on).order_by("pk").values_list(*COLUMNS).iterator(chunk_size=2000)


def said_of(formula: str, code: str) -> str:
    """Return the words of what was owed in a row."""
    return str(_SAID[Formula(formula)](code).label)
