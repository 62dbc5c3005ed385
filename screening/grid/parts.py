"""What the grid adds to the room, part by part."""

from celery.schedules import crontab

from kit.rooms import Entry, Tile
from organizations.roles import Right
from screening.grid.settings import SETTINGS
from screening.grid.warning import VERBS, WARNED, to_answer
from screening.grid.weekly import ROUNDS, WEEKLY

__all__ = ["LEDGERS", "NAV", "REASONS", "RECORDS", "SCHEDULE", "SETTINGS", "TILES", "VERBS"]

_GROUP = "矛盾纠纷排查"
NAV = (
    Entry(
        "排查情况", "screening:grid", "chart", needs=(Right.CHECK_SCREENING,), group=_GROUP, also=("screening:sheet",)
    ),
    Entry(
        "苗头预警",
        "screening:warnings",
        "alert",
        needs=(Right.CHECK_SCREENING,),
        group=_GROUP,
        also=("screening:warning",),
    ),
)
TILES = (
    Tile(
        "苗头预警待答复", to_answer, "screening:warnings", "本镇还没有答复措施和日期的", needs=(Right.CHECK_SCREENING,)
    ),
)
LEDGERS = (ROUNDS,)
REASONS = (WARNED, WEEKLY)
RECORDS = ("screening.earlywarning",)
SCHEDULE = {
    "doubt-and-warn": {
        "task": "screening.tasks.doubt_and_warn_task",
        "schedule": crontab(hour=5, minute=15),
        "options": {"expires": 3600 * 6},
    },
    "tell-weekly": {
        "task": "screening.tasks.tell_weekly_task",
        "schedule": crontab(hour=8, minute=30, day_of_week=1),
        "options": {"expires": 3600 * 24},
    },
}
