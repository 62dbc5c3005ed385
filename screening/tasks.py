"""Tasks of the screening room: safe twice and safe late."""

from celery import shared_task

from organizations.today import today
from screening.disputes.forgetting import forget_names
from screening.grid.doubting import doubt_zeros
from screening.grid.warning import draw_warnings
from screening.grid.weekly import tell_weekly
from screening.rounds.opening import close_rounds, open_rounds, remind_of_rounds


@shared_task(acks_late=True)
def rounds_task() -> int:
    """Close what is over and open what begins; returns how many rounds changed."""
    day = today()
    return close_rounds(day) + open_rounds(day)


@shared_task(acks_late=True)
def remind_task() -> int:
    """Remind who has not reported; returns how many were told."""
    return remind_of_rounds(today())


@shared_task(acks_late=True)
def forget_names_task() -> int:
    """Delete the names of disputes that were closed long enough ago; returns how many disputes."""
    return forget_names(today())


@shared_task(acks_late=True)
def doubt_and_warn_task() -> int:
    """Look for doubtful zeros and for what gathers at one place; returns how many of both were found."""
    day = today()
    return doubt_zeros(day) + draw_warnings(day)


@shared_task(acks_late=True)
def tell_weekly_task() -> int:
    """Tell of the rounds that ended last week; returns how many people were told."""
    return tell_weekly(today())
