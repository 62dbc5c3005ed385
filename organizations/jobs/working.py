"""The worker's share of long work: run it, take up what was lost, delete the files past their end date."""

from kit.jobs.models import Job
from kit.jobs.running import clear_files, run_job, waiting_jobs
from kit.rooms import job_kinds
from organizations.jobs.asking import announce
from organizations.jobs.verbs import JOB_ENDED, JOB_FILES_CLEARED
from organizations.journal.noting import note
from organizations.today import today

# The sweep comes every minute: what it said the last time is stale by then, and does not pile up in the queue.
SWEEP_SECONDS = 60


def work_on(job_id: int) -> bool:
    """Run one job; returns whether this call ended it."""
    return run_job(job_id, job_kinds(), on=today(), ended=_note_end)


def sweep_jobs() -> int:
    """Announce again what nobody works on: a message or a worker was lost. Returns how many there are."""
    waiting = waiting_jobs()
    for job_id in waiting:
        announce(job_id, expires=SWEEP_SECONDS)
    return len(waiting)


def clear_job_files() -> int:
    """Delete the files of jobs past their end date; returns how many jobs that were."""
    cleared = clear_files(today())
    if cleared:
        note(JOB_FILES_CLEARED, number=cleared)
    return cleared


def _note_end(job: Job) -> None:
    note(JOB_ENDED, by=job.owner, about=job, kind=job.kind, state=str(job.state), rows=job.done)
