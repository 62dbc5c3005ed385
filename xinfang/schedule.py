"""What beat sends and when. One row per periodic task; every task is safe twice and safe late."""

from datetime import timedelta
from typing import Any

SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep-follow-ups": {
        "task": "cases.tasks.sweep_follow_ups_task",
        "schedule": timedelta(minutes=5),
        "options": {"expires": 240},
    }
}
