"""Who may be asked to call somebody back: whoever registers at the desk."""

from django.db.models import QuerySet

from cases.actions.registration import desk_of
from law.vocabulary import Act
from organizations.models import Grant, Staff
from organizations.roles import roles_with
from organizations.today import today


def callers(staff: Staff) -> QuerySet[Staff]:
    """Return who registers at the desk of a person, himself included. Raises Refused not_permitted."""
    grants = Grant.objects.in_force(today()).filter(unit=desk_of(staff), role__in=roles_with(Act.REGISTER))
    return (
        Staff.objects.filter(is_active=True, grants__in=grants).select_related("unit").distinct().order_by("username")
    )
