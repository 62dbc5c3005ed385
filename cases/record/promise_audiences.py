"""Whom a promise concerns: whoever made it."""

from cases.models import Event
from organizations.models import Staff


def who_promised(event: Event) -> list[Staff]:
    """Whoever promised is told what another wrote down of his promise."""
    found = event.case.promises.select_related("promiser__unit").filter(pk=event.facts["promise"]).first()
    return [found.promiser] if found and found.promiser_id not in (event.by_id, event.for_whom_id) else []
