"""What rounds add to the room, part by part."""

from celery.schedules import crontab

from screening.rounds.opening import REASONS
from screening.rounds.settings import SETTINGS
from screening.rounds.verbs import VERBS

__all__ = ["REASONS", "RECORDS", "SCHEDULE", "SETTINGS", "VERBS"]

RECORDS = ("screening.theme",)
SCHEDULE = {
    "rounds": {
        "task": "screening.tasks.rounds_task",
        "schedule": crontab(hour=0, minute=20),
        "options": {"expires": 3600 * 6},
    },
    "remind-of-rounds": {
        "task": "screening.tasks.remind_task",
        "schedule": crontab(hour=9, minute=0),
        "options": {"expires": 3600 * 6},
    },
}
