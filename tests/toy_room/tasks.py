"""The nightly task of the toy room."""

from celery import shared_task

from tests.toy_room.supervising import count_supervised


@shared_task
def count_supervised_task() -> int:
    """Count what was supervised."""
    return count_supervised()
