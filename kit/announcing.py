"""Telling a worker; a broker that is away is said, not thrown."""

import logging
from typing import Any

from celery import current_app

_log = logging.getLogger(__name__)


def announced(task: str, arguments: list[Any], *, expires: int | None = None) -> bool:
    """Send a task by its name and tell whether the broker took it; one attempt, whatever its trouble."""
    try:
        current_app.send_task(task, arguments, retry=False, expires=expires)
    except Exception as away:  # noqa: BLE001 any broker trouble: what was written down stands without it
        _log.warning("%s%s not announced: %s", task, arguments, type(away).__name__)
        return False
    return True
