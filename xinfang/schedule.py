"""What beat sends and when: the periodic tasks of all rooms, each safe twice and safe late."""

from typing import Any

import django
from django.apps import apps

from kit.rooms import rooms


def schedule() -> dict[str, dict[str, Any]]:
    """Return beat's schedule; two rooms never share a name."""
    return {f"{room.name}: {name}": dict(row) for room in rooms() for name, row in room.schedule.items()}


def scheduled_modules() -> list[str]:
    """Return the modules of the tasks that the rooms want done by the clock: a worker loads them."""
    if not apps.ready:
        django.setup()
    return sorted({row["task"].rpartition(".")[0] for row in schedule().values()})
