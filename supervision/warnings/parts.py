"""What the warnings add to the room: one value a kind of thing."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from supervision.warnings.settings import SETTINGS as _SETTINGS

settings = tuple(_SETTINGS.values())
hanging = {"alert": Hanging("case", "leg__held_accusation")}
schedule = {
    # Between eight and six; on rest days the task itself does nothing.
    "warn": {
        "task": "supervision.warnings.tasks.warn_task",
        "schedule": crontab(minute="5,35", hour="8-17"),
        "options": {"expires": 1500},
    },
}
