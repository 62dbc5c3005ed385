"""Reach rows written anew for many cases: after a load past the acts, after a move of units, after a change of the rule."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from cases.models import Case, Involvement, ReachRow, Respondent
from cases.sight.keeping import keep_reach
from organizations.models import Unit

BATCH = 2000


def rebuild_reach(*, after: int = 0, every: bool = True) -> Iterator[int]:
    """Write the rows of cases anew by batches and yield the key up to which it is done; ``every`` False: where none is.

    Each batch is committed by itself: begun again at the last key, it goes on from there.
    """
    bare = Q() if every else ~Q(Exists(ReachRow.objects.filter(case=OuterRef("pk"))))
    yield from _batches(bare, after)
    with connection.cursor() as cursor:
        # The plans of every list rest on what is known of these rows.
        cursor.execute("ANALYZE cases_reach")


def follow_moves() -> int:
    """Rewrite the rows of what hangs on units that were moved, and let the rows answer for their lines again.

    Returns how many cases were looked at; nothing where no unit has moved.
    """
    moving = dict(Unit.objects.filter(moving=True).values_list("pk", "path"))
    if not moving:
        return 0
    passed = Involvement.objects.filter(case=OuterRef("pk"), unit__in=moving)
    accusing = Respondent.objects.for_the_wall().filter(case=OuterRef("pk"), unit__in=moving)
    seen = sum(1 for _ in _batches(Q(Exists(passed)) | Q(Exists(accusing)) | Q(unit__in=moving), 0))
    for key, path in moving.items():
        # Whatever was moved once more meanwhile waits for the next round.
        Unit.objects.filter(pk=key, path=path).update(moving=False)
    return seen


def _batches(which: Q, after: int) -> Iterator[int]:
    while True:
        with transaction.atomic():
            chosen = Case.objects.filter(which, pk__gt=after).order_by("pk").select_for_update(of=("self",))
            # What an act holds is waited for: its rows are read as it leaves them.
            keys = list(chosen.values_list("pk", flat=True)[:BATCH])
            keep_reach(keys)
        if not keys:
            return
        after = keys[-1]
        yield after
