"""For the other topics of the room: who owns a case on a day, and the dates that ownership sheets owe.

No person reads through these: they are asked by tasks, which tell each recipient only what he may read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from organizations.models import Staff
from supervision.models.ownership import Guarantee, OwnershipSheet, OwnerTerm
from supervision.models.ownership_words import OPEN
from supervision.models.ownership_work import PlanStep


@dataclass(frozen=True)
class OwnedDate:
    """A date that is owed: the row that has it (sheet, guarantee or plan step), its sheet, and by whom it is due."""

    record: OwnershipSheet | Guarantee | PlanStep
    sheet: OwnershipSheet
    due_on: date
    who: Staff


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


def owned_dates(upto: date) -> Iterator[OwnedDate]:
    """Yield what is owed up to a day and not done, of all open sheets: limits, guarantees, steps of the plan.

    Whoever needs when a date was moved reads the journal of the sheet: ``ownership.limit``, ``ownership.step_moved``.
    """
    sheets = OwnershipSheet.objects.filter(state__in=OPEN, until__lte=upto)
    for sheet in sheets.select_related("leader__unit", "unit").iterator():
        yield OwnedDate(sheet, sheet, sheet.until, sheet.leader)
    for model in (Guarantee, PlanStep):
        rows = model.objects.filter(done_on=None, due_on__lte=upto, sheet__state__in=OPEN)
        for row in rows.select_related("sheet__unit", "person__unit").iterator():
            yield OwnedDate(row, row.sheet, row.due_on, row.person)
