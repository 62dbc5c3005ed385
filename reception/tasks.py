"""Tasks of the reception room: safe twice and safe late."""

from celery import shared_task

from organizations.today import today
from reception.consultations.actions import draw_consultations
from reception.portal.drafts import purge_old
from reception.portal.inclusion import make_anchors


@shared_task(acks_late=True)
def draw_consultations_task() -> int:
    """Draw of last week's consultations for another to look at; returns how many."""
    return draw_consultations(today())


@shared_task(acks_late=True)
def make_anchors_task() -> int:
    """Anchor the days that are over; returns how many."""
    return make_anchors()


@shared_task(acks_late=True)
def purge_portal_drafts_task() -> int:
    """Delete the drafts of the portal whose days are over; returns how many."""
    return purge_old(today())
