"""On which shelf a case lies: what somebody still has to do lies by itself, few among many."""

from django.db import models
from django.db.models import Q

from law.vocabulary import State


class Shelf(models.IntegerChoices):
    """The shelves of the reach rows; cases/sight/keeping.py says in SQL which case lies where."""

    OPEN = 0, "在办"
    CLOSED = 1, "办结归档"
    HISTORIC = 2, "历史件"


# What a list shows where history is not asked for.
CURRENT = [Shelf.OPEN, Shelf.CLOSED]
# Of a case that nothing waits in any more.
ENDED = (State.CLOSED, State.ARCHIVED, State.VOIDED, State.FILED)

# A report may be owed of what has ended: then it lies with the open ones.
_CLOSED = Q(state__in=ENDED, next_due_on=None)
# The same of cases without their reach rows.
OF_CASES = {
    Shelf.OPEN: Q(historic=False) & ~_CLOSED,
    Shelf.CLOSED: Q(historic=False) & _CLOSED,
    Shelf.HISTORIC: Q(historic=True),
}
