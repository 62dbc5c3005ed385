"""What rounds add to the room, part by part."""

from celery.schedules import crontab

from kit.rooms import Entry
from organizations.roles import Right
from screening.rounds.opening import REASONS
from screening.rounds.settings import SETTINGS
from screening.rounds.verbs import VERBS

__all__ = ["NAV", "REASONS", "RECORDS", "SCHEDULE", "SETTINGS", "VERBS"]

NAV = (
    Entry(
        "专项排查",
        "screening:themes",
        "flag",
        needs=(Right.CHECK_SCREENING, Right.ARRANGE_SCREENING),
        group="矛盾纠纷排查",
        also=("screening:theme", "screening:theme_new"),
    ),
)
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
