"""Running a job: claimed by a conditional update, told to stop between batches, taken up again after a kill."""

import logging
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone

from kit.jobs.kinds import JobKind, Result
from kit.jobs.models import Job, JobState
from law.errors import Refused

# A worker that says nothing for so long is dead; a batch takes seconds.
STALE = timedelta(minutes=3)
MOST_ATTEMPTS = 5
_AWAY = (OperationalError, InterfaceError)
_log = logging.getLogger(__name__)

Ended = Callable[[Job], object]


class CancelAsked(Exception):
    """The owner does not want it any more."""


class TakenOver(Exception):
    """Another worker holds the job: this one was silent for too long."""


class Beat:
    """The progress of one worker on one job: every call is its heartbeat."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __call__(self, done: int, total: int | None = None, **counts: int) -> None:
        """Keep how far it is. Raises CancelAsked, TakenOver."""
        kept = {"done": done, "total": total, "counts": {**self.job.counts, **counts}}
        if not _mine(self.job).update(claimed_at=timezone.now(), **kept):
            raise TakenOver
        for name, value in kept.items():
            setattr(self.job, name, value)
        if _mine(self.job).filter(cancel_asked=True).exists():
            raise CancelAsked


def run_job(job_id: int, kinds: Mapping[str, JobKind], *, on: date, ended: Ended) -> bool:
    """Run a job unless it is over or another worker holds it; ``ended(job)`` is called in the transaction of its end.

    A database that is away leaves it as it is: the sweep takes it up again. Returns whether this call ended it.
    """
    job = _claimed(job_id)
    if job is None:
        return False
    kind = kinds.get(job.kind)
    try:
        refusal = _obstacle(job, kind)
        if refusal or kind is None:
            return _end(job, JobState.FAILED, ended, error=refusal.message if refusal else "")
        with tempfile.TemporaryDirectory(prefix="job-") as folder:
            result = kind.run(job, Beat(job), Path(folder))
            return _finish(job, kind, result, on, ended)
    except TakenOver:
        return False
    except CancelAsked:
        return _end(job, JobState.CANCELLED, ended)
    except Refused as refused:
        return _end(job, JobState.FAILED, ended, error=refused.message)
    except _AWAY:
        raise
    except Exception as failed:  # noqa: BLE001 whatever it was: the owner must see that nothing more will come
        # The type alone: its words may quote a row.
        _log.error("job %s (%s) failed: %s", job.pk, job.kind, type(failed).__name__)
        return _end(
            job, JobState.FAILED, ended, error="办理中出了差错，没有做完。请再试一次；仍然不行，请联系系统管理员。"
        )


def waiting_jobs(limit: int = 200) -> list[int]:
    """Return the jobs that nobody works on: never announced, or held by a worker that is dead."""
    now = timezone.now()
    left = Q(state=JobState.WAITING, made_at__lt=now - timedelta(seconds=30)) | _abandoned()
    return list(Job.objects.filter(left).order_by("attempts", "id").values_list("pk", flat=True)[:limit])


def running_jobs(*, but: int) -> int:
    """Return how many other jobs a living worker holds."""
    alive = Job.objects.filter(state=JobState.RUNNING, claimed_at__gte=timezone.now() - STALE)
    return alive.exclude(pk=but).count()


def next_job() -> int | None:
    """Return the job that waits longest, None where none does."""
    return Job.objects.filter(state=JobState.WAITING).order_by("id").values_list("pk", flat=True).first()


def cancel(job: Job) -> JobState:
    """Cancel a job: one that waits at once, one that runs at its next batch. Raises Refused job_ended_already."""
    waiting = Job.objects.filter(pk=job.pk, state=JobState.WAITING)
    if waiting.update(state=JobState.CANCELLED, cancel_asked=True, ended_at=timezone.now()):
        return JobState.CANCELLED
    if Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(cancel_asked=True):
        return JobState.RUNNING
    raise Refused("job_ended_already", "这个任务已经结束，不能再取消。")


def clear_files(on: date) -> int:
    """Delete the files of jobs past their end date, and what they held; returns how many jobs that were."""
    cleared = 0
    for job in Job.objects.filter(expires_on__lt=on).exclude(state__in=(JobState.WAITING, JobState.RUNNING)):
        for name in (job.file.name, job.upload.name):
            if name:
                default_storage.delete(name)
        # The row is marked last: where the store is away, the next night tries again.
        cleared += Job.objects.filter(pk=job.pk).update(file="", upload="", holds={}, expires_on=None)
    return cleared


def _abandoned() -> Q:
    return Q(state=JobState.RUNNING, claimed_at__lt=timezone.now() - STALE)


def _claimed(job_id: int) -> Job | None:
    free = Job.objects.filter(Q(state=JobState.WAITING) | _abandoned(), pk=job_id)
    if not free.update(state=JobState.RUNNING, claimed_at=timezone.now(), attempts=F("attempts") + 1):
        return None
    return Job.objects.select_related("owner__unit").get(pk=job_id)


def _obstacle(job: Job, kind: JobKind | None) -> Refused | None:
    if job.cancel_asked:
        raise CancelAsked
    if job.attempts > MOST_ATTEMPTS:
        return Refused("job_interrupted", f"这个任务中断了{MOST_ATTEMPTS}次，没有再试。请联系系统管理员。")
    if kind is None:
        return Refused("not_built", "本系统没有启用这个任务所属的模块。")
    return kind.refusal(job.owner, job.arguments)


def _finish(job: Job, kind: JobKind, result: Result | None, on: date, ended: Ended) -> bool:
    if result is None:
        return _end(job, JobState.DONE, ended) or _end(job, JobState.CANCELLED, ended)
    stored = _stored(job, result)
    more: dict[str, Any] = {
        "file": stored,
        "file_name": result.name[:120],
        "holds": {**job.holds, **result.holds},
        "expires_on": on + timedelta(days=kind.keep_days),
    }
    if _end(job, JobState.DONE, ended, **more):
        return True
    default_storage.delete(stored)
    return _end(job, JobState.CANCELLED, ended)


def _stored(job: Job, result: Result) -> str:
    name = job._meta.get_field("file").generate_filename(job, f"{uuid4().hex}{result.path.suffix}")
    with result.path.open("rb") as written:
        return default_storage.save(name, File(written))


def _mine(job: Job) -> Any:
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, attempts=job.attempts)


def _end(job: Job, state: JobState, ended: Ended, **more: Any) -> bool:
    """End a job that is still this worker's; what was cancelled meanwhile is not done."""
    mine = _mine(job)
    if state is JobState.DONE:
        mine = mine.filter(cancel_asked=False)
    with transaction.atomic():
        if not mine.update(state=state, ended_at=timezone.now(), **more):
            return False
        job.refresh_from_db()
        ended(job)
    return True
