"""The nightly task of orders."""

from celery import shared_task

from organizations.today import today
from supervision.orders.finding import find_failures


@shared_task(acks_late=True)
def find_failures_task() -> int:
    """Write down what the rules find; returns how much is new."""
    return find_failures(today())
