"""The nightly task of the forecast."""

from celery import shared_task

from organizations.today import today
from supervision.forecast.making import make_forecasts


@shared_task(acks_late=True)
def make_forecasts_task() -> int:
    """Say how probably each running clock will be missed, and check what was said before."""
    return make_forecasts(today())
