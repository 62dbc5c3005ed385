"""How often forecasts were right: the Brier score of what was kept, beside that of the district's share alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Avg, Case, Count, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Floor, Least

from organizations.models import Staff
from supervision.models import ClockForecast
from supervision.models.forecasts import HORIZONS

BINS = 10
# The score looks at what was said within a year.
SCORED_DAYS = 365


@dataclass(frozen=True)
class Score:
    """What forecasts of one horizon came to: how many are known, the Brier score (0 is perfect, less is better) of the rule and of
    the district's share alone, the share that was missed; ``open``: not known yet; ``void``: let go, or a date that moved.
    """

    horizon: int
    known: int
    brier: float | None
    by_district: float | None
    missed: float | None
    open: int
    void: int
    replayed: int

    @property
    def better(self) -> float | None:
        """Return by which part the rule is nearer than the district's share alone; less than 0: it is worse."""
        if self.brier is None or not self.by_district:
            return None
        return 1 - self.brier / self.by_district


@dataclass(frozen=True)
class Bin:
    """Forecasts of about the same probability: how many, what was said on average, what share came true."""

    low: float
    high: float
    count: int
    said: float
    came: float


def brier(pairs: Sequence[tuple[float, bool]]) -> float | None:
    """Return the mean squared distance of probabilities from what came of them; None where there are none."""
    if not pairs:
        return None
    return sum((said - came) ** 2 for said, came in pairs) / len(pairs)


def kept(staff: Staff, on: date) -> QuerySet[Any]:
    """Return the forecasts of the last year that a person may read, today's own left out."""
    since = on - timedelta(days=SCORED_DAYS)
    return ClockForecast.objects.readable_by(staff).filter(horizon__in=HORIZONS, made_on__gte=since)


def scores(staff: Staff, on: date) -> list[Score]:
    """Return the score of each horizon, in one statement."""
    came = Case(When(missed=True, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    known = Q(missed__isnull=False)
    rows = kept(staff, on).order_by().values("horizon")
    found = rows.annotate(
        known=Count("pk", filter=known),
        brier=Avg((F("probability") - came) * (F("probability") - came), filter=known),
        by_district=Avg((F("district_share") - came) * (F("district_share") - came), filter=known),
        missed_share=Avg(came, filter=known),
        open=Count("pk", filter=Q(checked_on=None)),
        void=Count("pk", filter=Q(checked_on__isnull=False, missed=None)),
        replayed_count=Count("pk", filter=Q(replayed=True)),
    )
    by_horizon = {row["horizon"]: row for row in found}
    return [_score(horizon, by_horizon[horizon]) for horizon in HORIZONS if horizon in by_horizon]


def _score(horizon: int, row: dict[str, Any]) -> Score:
    return Score(
        horizon,
        row["known"],
        row["brier"],
        row["by_district"],
        row["missed_share"],
        row["open"],
        row["void"],
        row["replayed_count"],
    )


def reliability(staff: Staff, on: date, horizon: int) -> list[Bin]:
    """Return what was said against what came true, in tenths; a tenth in which nothing was said is left out."""
    tenth = Least(Floor(F("probability") * BINS), Value(float(BINS - 1)), output_field=FloatField())
    came = Case(When(missed=True, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
    rows = kept(staff, on).filter(horizon=horizon, missed__isnull=False).order_by()
    found = (
        rows.annotate(tenth=tenth).values("tenth").annotate(count=Count("pk"), said=Avg("probability"), came=Avg(came))
    )
    return [
        Bin(row["tenth"] / BINS, (row["tenth"] + 1) / BINS, row["count"], row["said"], row["came"])
        for row in found.order_by("tenth")
    ]
