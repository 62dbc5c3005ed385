"""Tasks of the cases floor: ids in, one call, safe twice and safe late."""

from celery import shared_task

from cases.actions.promise_draws import draw_promises
from cases.actions.recounting import recount_all, recount_due
from cases.actions.succession import carry_out_due
from cases.record.auditing_reach import audit_reach
from cases.record.counting_terms import count_terms
from cases.record.follow_ups import do_follow_ups, forget_follow_ups, sweep_follow_ups
from cases.record.rebuilding_reach import follow_moves
from organizations.today import today

NIGHTLY_SAMPLE = 2000


@shared_task(acks_late=True)
def follow_up_task(*follow_up_ids: int) -> int:
    """Do the follow-ups of one transaction."""
    return do_follow_ups(follow_up_ids)


@shared_task(acks_late=True)
def sweep_follow_ups_task() -> int:
    """Do the follow-ups whose announcement or worker was lost."""
    return sweep_follow_ups()


@shared_task(acks_late=True)
def forget_follow_ups_task() -> int:
    """Delete the follow-ups that were done long ago; returns how many."""
    return forget_follow_ups()


@shared_task(acks_late=True)
def recount_clocks_task() -> int | None:
    """Recount the running clocks if the calendar has changed since the last time."""
    return recount_due(today())


@shared_task(acks_late=True)
def recount_all_clocks_task() -> int:
    """Recount the running clocks whatever has changed: a new base calendar brings no entry."""
    return recount_all(today())


@shared_task(acks_late=True)
def audit_reach_task() -> int:
    """Audit the reach rows of a sample of cases; returns in how many places they differed."""
    found = audit_reach(NIGHTLY_SAMPLE)
    return len(found.surplus) + len(found.missing)


@shared_task(acks_late=True)
def follow_moves_task() -> int:
    """Rewrite the reach rows of what hangs on units that were moved."""
    return follow_moves()


@shared_task(acks_late=True)
def carry_out_reforms_task() -> int:
    """Carry out the reforms whose day has come; returns how many cases went over."""
    return carry_out_due(today())


@shared_task(acks_late=True)
def count_terms_task() -> int:
    """Count the search terms of what came since the last time; returns how many keys it went."""
    return count_terms(today())


@shared_task(acks_late=True)
def draw_promises_task() -> int:
    """Draw the promises of last month that other units visit; returns how many."""
    return draw_promises(today())
