"""What follows an act: queued in its transaction, announced after its commit, claimed once, swept if lost."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q

from cases.models import Event, FollowUp
from cases.record.moved_dates import tell_moved_dates
from cases.record.notices import make_notices
from cases.record.withheld import tell_withheld
from kit.announcing import announced
from organizations.today import now

NOTIFY, DATES_MOVED, WITHHELD = "notify", "dates_moved", "withheld"
_STALE = timedelta(minutes=5)
# A queue, not a record: what was done is told by the event and its notices. The days are for whoever looks why one was late.
KEPT = timedelta(days=30)
_SLICE = 5000
# What every audience and every notice asks for; their units are read as they are asked for: a join of eight tables is
# longer planned than run.
_READ_WITH_IT = ("event__case", "event__leg__handler")
_log = logging.getLogger(__name__)
DOERS = {NOTIFY: make_notices, DATES_MOVED: tell_moved_dates, WITHHELD: tell_withheld}


def queue_follow_up(event: Event, kind: str = NOTIFY) -> None:
    """Write a follow-up with its event and announce it once the act is committed."""
    follow_up = follow_up_of(event, kind)
    follow_up.save(force_insert=True)


def follow_up_of(event: Event, kind: str = NOTIFY) -> FollowUp:
    """Return the unsaved row of a follow-up, for who writes it together with its event; it is announced after the commit.

    One message a transaction: a follow-up joins those that wait for the same commit. What is rolled back to a
    savepoint afterwards is told of in vain, and the worker finds no row.
    """
    follow_up = FollowUp(event=event, kind=kind)
    for _, told, _ in transaction.get_connection().run_on_commit:
        if isinstance(told, _Announcement):
            told.rows.append(follow_up)
            return follow_up
    transaction.on_commit(_Announcement([follow_up]), robust=True)
    return follow_up


@dataclass
class _Announcement:
    """What a commit is waited for with: a broker that is away costs nothing but time, the sweep finds the rows."""

    rows: list[FollowUp]

    def __call__(self) -> None:
        """Tell a worker of all of them at once."""
        announced("cases.tasks.follow_up_task", [row.pk for row in self.rows])


def do_follow_ups(keys: Sequence[int]) -> int:
    """Do the follow-ups of one message, each by itself, and return how many were done; raises what the last failure was."""
    done, failure = 0, None
    for key in keys:
        try:
            done += do_follow_up(key)
        except Exception as failed:  # noqa: BLE001 the others in the message must not suffer
            failure = failed
    if failure:
        raise failure
    return done


def do_follow_up(follow_up_id: int) -> bool:
    """Do one follow-up unless it is done or another worker holds it; its rows and its mark commit together."""
    moment = now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=moment - _STALE)
    claim = FollowUp.objects.filter(free, pk=follow_up_id, done_at=None)
    if not claim.update(claimed_at=moment, attempts=F("attempts") + 1):
        return False
    try:
        _do_claimed(follow_up_id)
    except Exception as failed:
        FollowUp.objects.filter(pk=follow_up_id).update(error=type(failed).__name__)
        raise
    return True


def _do_claimed(follow_up_id: int) -> None:
    with transaction.atomic():
        follow_up = FollowUp.objects.select_for_update(of=("self",)).select_related(*_READ_WITH_IT).get(pk=follow_up_id)
        if follow_up.done_at is None:
            DOERS[follow_up.kind](follow_up.event)
            FollowUp.objects.filter(pk=follow_up_id).update(done_at=now(), error="")


def sweep_follow_ups(limit: int = 500) -> int:
    """Do what was lost: follow-ups waiting longer than a claim may last; returns how many were done."""
    moment = now()
    before = moment - timedelta(seconds=30)
    free = Q(claimed_at=None) | Q(claimed_at__lt=moment - _STALE)
    # The often tried go last: one that always fails must not keep the others waiting.
    waiting = FollowUp.objects.filter(free, done_at=None, created_at__lt=before).order_by("attempts", "created_at")
    return sum(_swept(pk) for pk in list(waiting.values_list("pk", flat=True)[:limit]))


def _swept(follow_up_id: int) -> bool:
    try:
        return do_follow_up(follow_up_id)
    except Exception as failed:  # noqa: BLE001 the next in line must not suffer; the row keeps the error
        _log.error("follow-up %s failed: %s", follow_up_id, type(failed).__name__)
        return False


def forget_follow_ups() -> int:
    """Delete what was done more than thirty days ago, the oldest keys first, and return how many; each slice is committed by itself."""
    old = FollowUp.objects.filter(done_at__lt=now() - KEPT).order_by("pk")
    gone = last = 0
    while keys := list(old.filter(pk__gt=last).values_list("pk", flat=True)[:_SLICE]):
        gone += FollowUp.objects.filter(pk__in=keys).delete()[0]
        last = keys[-1]
    return gone
