"""Tasks of the cases floor: ids in, one call, safe twice and safe late."""

from celery import shared_task

from cases.record.follow_ups import do_follow_up, sweep_follow_ups


@shared_task(acks_late=True)
def follow_up_task(follow_up_id: int) -> bool:
    """Do one follow-up."""
    return do_follow_up(follow_up_id)


@shared_task(acks_late=True)
def sweep_follow_ups_task() -> int:
    """Do the follow-ups whose announcement or worker was lost."""
    return sweep_follow_ups()
