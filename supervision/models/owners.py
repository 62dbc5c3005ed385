"""For the other topics of the room: who owns a case on a day.

No person reads through these: they are asked by tasks, which tell each recipient only what he may read.
"""

from datetime import date

from django.db.models import Q

from organizations.models import Staff
from supervision.models.ownership import OwnerTerm


def owner_of(case_id: int, on: date) -> Staff | None:
    """Return the leader who owns a case on a day; on the day of a hand-over the new one, on that of the end nobody."""
    lasts = Q(to_on=None) | Q(to_on__gt=on)
    kept = Q(sheet__closed_on=None) | Q(sheet__closed_on__gt=on)
    terms = OwnerTerm.objects.filter(lasts, kept, sheet__case=case_id, from_on__lte=on)
    found = terms.select_related("leader__unit").order_by("-from_on", "-id").first()
    return found.leader if found else None


def owners_of(case_ids: list[int], on: date) -> dict[int, Staff]:
    """Return the same of many cases with one query."""
    lasts = Q(to_on=None) | Q(to_on__gt=on)
    kept = Q(sheet__closed_on=None) | Q(sheet__closed_on__gt=on)
    terms = OwnerTerm.objects.filter(lasts, kept, sheet__case__in=case_ids, from_on__lte=on)
    rows = terms.select_related("sheet", "leader__unit").order_by("from_on", "id")
    return {term.sheet.case_id: term.leader for term in rows}
