"""What the worker does for reception days."""

from celery import shared_task

from organizations.today import today
from reception.days.shortfalls import find_shortfalls


@shared_task(acks_late=True)
def find_shortfalls_task() -> int:
    """List each day what receptions fell short."""
    return find_shortfalls(today())
