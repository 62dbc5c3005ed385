"""Numbers of senders within a person's reach."""

from organizations.models import Staff
from organizations.recording import record_not_found
from reception.models import PassedOn


def passed_on_of(staff: Staff, key: int) -> PassedOn:
    """Return a number of a sender that a person may read. Raises Refused not_found."""
    rows = PassedOn.objects.readable_by(staff).select_related("case", "sender", "unit", "linked_by")
    found: PassedOn | None = rows.filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found
