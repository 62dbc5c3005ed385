"""What the worker does for appointments."""

from celery import shared_task

from reception.appointments.displacing import offer_places


@shared_task(acks_late=True)
def offer_places_task() -> int:
    """Offer another place to everybody whose reception was called off."""
    return offer_places()
