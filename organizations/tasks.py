"""Tasks of the organizations floor: safe twice and safe late."""

from celery import shared_task

from organizations.jobs.working import clear_job_files, sweep_jobs, work_on
from organizations.journal.chaining import sequence_all
from organizations.journal.verifying import verify_journal
from organizations.models import Staff
from organizations.outbox.reports import take_report


@shared_task(acks_late=True)
def sequence_task() -> int:
    """Give every committed row its place in the feed, and chain the journal."""
    return sequence_all()


@shared_task(acks_late=True)
def verify_journal_task(staff_id: int | None = None) -> int:
    """Verify the journal for somebody who asked; the result stands in the journal. Returns how many chains are broken."""
    by = Staff.objects.filter(pk=staff_id).first() if staff_id else None
    return len(verify_journal(by=by).broken)


@shared_task(acks_late=True)
def take_report_task(reference: str, delivered: bool) -> bool:
    """Take one report of a channel that runs in this house; returns whether it changed anything."""
    return take_report(reference, delivered=delivered)


@shared_task(acks_late=True)
def run_job_task(job_id: int) -> bool:
    """Run one job, unless it is over or another worker holds it."""
    return work_on(job_id)


@shared_task(acks_late=True)
def sweep_jobs_task() -> int:
    """Announce again the jobs whose message or worker was lost."""
    return sweep_jobs()


@shared_task(acks_late=True)
def clear_job_files_task() -> int:
    """Delete the files of jobs past their end date."""
    return clear_job_files()
