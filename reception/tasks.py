"""Tasks of the reception room: safe twice and safe late."""

from celery import shared_task

from reception.portal.inclusion import make_anchors


@shared_task(acks_late=True)
def make_anchors_task() -> int:
    """Anchor the days that are over; returns how many."""
    return make_anchors()
