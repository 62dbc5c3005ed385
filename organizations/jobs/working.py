"""The worker's share of long work: run it, take up what was lost, delete the files past their end date."""

from kit.jobs.models import Job
from kit.jobs.running import clear_files, next_job, run_job, running_jobs, waiting_jobs
from kit.rooms import job_kinds, setting
from kit.settings import Setting
from organizations.jobs.asking import announce
from organizations.jobs.verbs import JOB_ENDED, JOB_FILES_CLEARED
from organizations.journal.noting import note
from organizations.today import today

# The sweep comes every minute: what it said the last time is stale by then, and does not pile up in the queue.
SWEEP_SECONDS = 60
# Of the two workers of a small machine one stays free.
AT_ONCE = Setting("JOBS_AT_ONCE", 1, "同时办理的后台任务数")


def work_on(job_id: int) -> bool:
    """Run one job, unless so many run already that nothing is left for what people wait for; the next one follows it.

    Returns whether this call ended it. What is left waiting is announced by the end of another, or by the sweep.
    """
    if running_jobs(but=job_id) >= setting(AT_ONCE.key):
        return False
    ended = run_job(job_id, job_kinds(), on=today(), ended=_note_end)
    following = next_job()
    if ended and following:
        announce(following)
    return ended


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
