"""What beat sends and when: the periodic tasks of all rooms, each safe twice and safe late."""

from typing import Any

from kit.rooms import rooms


def schedule() -> dict[str, dict[str, Any]]:
    """Return beat's schedule; two rooms never share a name."""
    return {f"{room.name}: {name}": dict(row) for room in rooms() for name, row in room.schedule.items()}
