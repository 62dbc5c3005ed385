"""Tasks of the warnings: safe twice and safe late."""

from celery import shared_task

from organizations.today import today
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.running import run_warnings


@shared_task(acks_late=True)
def warn_task() -> int:
    """Warn of what is near and what is late, and tell whom it concerns; returns how many warnings were written."""
    ran = run_warnings(today())
    return ran.written if ran else 0


@shared_task(acks_late=True)
def audit_warnings_task() -> int:
    """Audit the warnings; returns in how many places they differed."""
    return audit_warnings().difference
