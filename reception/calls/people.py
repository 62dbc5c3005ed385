"""Who may be asked to call somebody back: whoever registers at the desk."""

from django.db.models import QuerySet

from cases.actions.registration import desk_of
from organizations.models import Staff
from reception.people import registrars_at


def callers(staff: Staff) -> QuerySet[Staff]:
    """Return who registers at the desk of a person, himself included. Raises Refused not_permitted."""
    return registrars_at(desk_of(staff))
