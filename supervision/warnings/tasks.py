"""Tasks of the warnings: safe twice and safe late."""

from celery import shared_task

from organizations.today import today
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.progress import tell_progress
from supervision.warnings.running import run_warnings
from supervision.warnings.telling import tell_warnings


@shared_task(acks_late=True)
def warn_task() -> int:
    """Warn of what is near and what is late, and tell whom it concerns; returns how many warnings were written."""
    ran = run_warnings(today())
    if ran is None:
        return 0
    tell_warnings(ran.run)
    return ran.written


@shared_task(acks_late=True)
def tell_progress_task() -> int:
    """Tell petitioners who agreed how their matter goes on; returns how many messages stand for it."""
    return tell_progress()


@shared_task(acks_late=True)
def audit_warnings_task() -> int:
    """Audit the warnings; returns in how many places they differed."""
    return audit_warnings().difference
