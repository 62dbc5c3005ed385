"""The nightly forecast: one statement says, one forgets yesterday's, one checks what was said before."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

from cases.clocks import NOT_OWED
from organizations.settings_in_force import setting_on
from supervision.forecast.settings import FORECAST_BACK_DAYS, FORECAST_WEIGHT
from supervision.forecast.statements import CHECK, FORECAST, FORGET
from supervision.models.forecasts import HORIZONS, TODAY

# Shares of a clock's time at which the past is looked at, in per cent.
STEPS = (0, 25, 50, 75, 90)


def make_forecasts(day: date, *, replayed: bool = False) -> int:
    """Say of every running clock due within thirty days how probably it will be missed; check what was said before.

    Safe twice a day: today's rows are written anew, what is kept is written once. ``replayed``: said afterwards for a
    day that is past, from what was known then. Returns how many rows were written.
    """
    asked = _asked(day)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FORECAST, {**asked, "replayed": replayed})
        written = cursor.rowcount
        cursor.execute(FORGET, asked)
        cursor.execute(CHECK, asked)
    return int(written)


def replay(first: date, last: date) -> Iterator[int]:
    """Say for each past day what would have been said, and check it; yields the rows of each day."""
    for back in range((last - first).days + 1):
        yield make_forecasts(first + timedelta(days=back), replayed=True)


def _asked(day: date) -> dict[str, Any]:
    back = setting_on(FORECAST_BACK_DAYS.key, day, None)
    return {
        "day": day,
        "oldest": day - timedelta(days=back),
        "steps": list(STEPS),
        "horizons": [TODAY, *HORIZONS],
        "furthest": max(HORIZONS),
        "weight": setting_on(FORECAST_WEIGHT.key, day, None),
        "not_owed": [str(duty) for duty in NOT_OWED],
    }
