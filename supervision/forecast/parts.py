"""What the forecast adds to the room: an entry, a nightly task, settings."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry
from organizations.roles import Right
from supervision.forecast.settings import SETTINGS

NAV = (
    Entry(
        "超期预测",
        "supervision:forecast",
        "chart",
        needs=(Right.FORECAST,),
        group="督查督办",
        also=("supervision:forecast_clocks",),
    ),
)
SCHEDULE = {
    "make-forecasts": {
        "task": "supervision.forecast.tasks.make_forecasts_task",
        # After the clocks were recounted.
        "schedule": crontab(hour=2, minute=20),
        "options": {"expires": 3600},
    }
}
HANGING = {"clockforecast": Hanging("clock__case", "clock__leg__held_accusation")}
__all__ = ["HANGING", "NAV", "SCHEDULE", "SETTINGS"]
