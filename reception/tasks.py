"""Tasks of the reception room: one call, safe twice and safe late."""

from celery import shared_task

from organizations.today import today
from reception.consultations.actions import draw_consultations


@shared_task(acks_late=True)
def draw_consultations_task() -> int:
    """Draw of last week's consultations for another to look at; returns how many."""
    return draw_consultations(today())
