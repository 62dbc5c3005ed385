"""The leader who owns a case by name (包案), and what was agreed in his plan: where the sheets of the room meet the warnings."""

from datetime import date

from django.db.models import F, Q

from supervision.models.ownership import OwnerTerm
from supervision.models.ownership_words import SheetState
from supervision.models.ownership_work import PlanStep


def owning_leaders(on: date, *, late: bool = True) -> dict[int, int]:
    """Return who owns a case on a day, by the key of the case; ``late``: with what changed on that very day."""
    begun = Q(from_on__lte=on) if late else Q(from_on__lt=on)
    after = "gt" if late else "gte"
    lasts = Q(to_on=None) | Q(**{f"to_on__{after}": on})
    kept = Q(sheet__closed_on=None) | Q(**{f"sheet__closed_on__{after}": on})
    rows = OwnerTerm.objects.filter(begun, lasts, kept).order_by("from_on", "id")
    return dict(rows.values_list("sheet__case", "leader"))


def put_off(on: date) -> frozenset[int]:
    """Return the cases of which a later date, still ahead, was agreed in the plan of the leader who owns them.

    What is near is shown there and not pushed; what is late by law is pushed all the same: no plan moves a date of the law.
    """
    moved = PlanStep.objects.filter(done_on=None, due_on__gt=F("first_due_on"), due_on__gte=on)
    return frozenset(moved.filter(sheet__state=SheetState.OWNED.value).values_list("sheet__case", flat=True))
