"""What the warnings add to the room: one value a kind of thing."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from supervision.warnings.settings import SETTINGS as _SETTINGS
from supervision.warnings.verbs import VERBS

settings = tuple(_SETTINGS.values())
hanging = {"alert": Hanging("case", "leg__held_accusation")}
schedule = {
    # Between eight and six; on rest days the task itself does nothing.
    "warn": {
        "task": "supervision.warnings.tasks.warn_task",
        "schedule": crontab(minute="5,35", hour="8-17"),
        "options": {"expires": 1500},
    },
    "audit-warnings": {
        "task": "supervision.warnings.tasks.audit_warnings_task",
        "schedule": crontab(hour=4, minute=10),
        "options": {"expires": 3600},
    },
}
verbs = VERBS
