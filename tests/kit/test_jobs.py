"""Long work: claimed once, resumed after a kill with exact counts, cancelled between batches, its files cleared."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError
from django.utils import timezone

from kit.jobs.kinds import JobKind, Progress, Result
from kit.jobs.models import Job, JobState
from kit.jobs.running import MOST_ATTEMPTS, STALE, cancel, clear_files, run_job, waiting_jobs
from law.errors import Refused
from tests.cast import Cast

TODAY = date(2026, 3, 2)


class Killed(BaseException):
    """What a kill looks like from inside: nothing may catch it."""


def kind(run: Callable[[Job, Progress, Path], Result | None], **more: Any) -> dict[str, JobKind]:
    more.setdefault("refusal", lambda staff, arguments: None)
    return {"count": JobKind(code="count", label="数数", run=run, title=lambda arguments: "数数", **more)}


def counting(numbers: int = 10, *, at: Callable[[int], None] = lambda done: None) -> Callable[..., Result]:
    """Write so many lines, one a batch; ``at`` happens before each."""

    def run(job: Job, progress: Progress, folder: Path) -> Result:
        path = folder / "numbers.txt"
        with path.open("w") as file:
            for done in range(1, numbers + 1):
                at(done)
                file.write(f"{done}\n")
                progress(done, numbers, rows=done)
        return Result(path, "数.txt", {"rows": [1, 2]})

    return run


def run(job: Job, kinds: dict[str, JobKind], ended: Callable[[Job], object] = lambda job: None) -> bool:
    done = run_job(job.pk, kinds, on=TODAY, ended=ended)
    job.refresh_from_db()
    return done


@pytest.fixture
def job(cast: Cast) -> Job:
    return Job.objects.create(owner=cast.clerk, kind="count", holds={"grants": [7]})


def age(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(claimed_at=timezone.now() - STALE - timedelta(seconds=1))


def test_a_job_runs_once_and_its_file_is_kept_until_its_end_date(job: Job):
    ended: list[Any] = []
    assert run(job, kind(counting()), lambda job: ended.append((job.state, job.done)))
    assert (job.state, job.done, job.total, job.counts) == (JobState.DONE, 10, 10, {"rows": 10})
    assert ended == [("done", 10)]
    assert job.expires_on == TODAY + timedelta(days=7)
    assert job.holds == {"grants": [7], "rows": [1, 2]}
    with default_storage.open(job.file.name) as file:
        assert len(file.read().split()) == 10
    assert "数" not in job.file.name
    assert not run(job, kind(counting()))
    assert job.attempts == 1


def test_a_killed_job_is_taken_up_again_and_ends_with_exact_counts(job: Job):
    def kill(done: int) -> None:
        if done == 6:
            raise Killed

    with pytest.raises(Killed):
        run(job, kind(counting(at=kill)))
    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.RUNNING, 5)
    # Nobody else may have it while its worker may still be alive.
    assert not run(job, kind(counting()))
    assert waiting_jobs() == []
    age(job)
    assert waiting_jobs() == [job.pk]
    assert run(job, kind(counting()))
    assert (job.state, job.done, job.counts, job.attempts) == (JobState.DONE, 10, {"rows": 10}, 2)


def test_a_worker_that_was_silent_too_long_stops_when_another_holds_its_job(job: Job):
    def taken(done: int) -> None:
        if done == 3:
            age(job)
            assert run_job(job.pk, kind(counting(4)), on=TODAY, ended=lambda job: None)

    assert not run(job, kind(counting(at=taken)))
    assert (job.state, job.done, job.attempts) == (JobState.DONE, 4, 2)


def test_a_job_is_cancelled_between_two_batches(job: Job):
    def stop(done: int) -> None:
        if done == 4:
            assert cancel(Job.objects.get(pk=job.pk)) == JobState.RUNNING

    assert run(job, kind(counting(at=stop)))
    assert (job.state, job.done, job.file.name) == (JobState.CANCELLED, 4, "")
    with pytest.raises(Refused) as refused:
        cancel(job)
    assert refused.value.code == "job_ended_already"


def test_one_cancelled_in_its_last_moment_leaves_no_file(job: Job):
    before = set(_files())

    def last(job: Job, progress: Progress, folder: Path) -> Result:
        (folder / "x.txt").write_text("x")
        cancel(job)
        return Result(folder / "x.txt", "x.txt")

    assert run(job, kind(last))
    assert (job.state, job.file_name) == (JobState.CANCELLED, "")
    assert set(_files()) == before


def test_one_that_waits_is_cancelled_at_once_and_never_runs(job: Job):
    assert cancel(job) == JobState.CANCELLED
    assert not run(job, kind(counting()))
    assert job.state == JobState.CANCELLED


def test_a_cancelled_job_of_a_dead_worker_ends_when_it_is_swept(job: Job):
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, cancel_asked=True)
    age(job)
    assert run(job, kind(counting()))
    assert (job.state, job.done) == (JobState.CANCELLED, 0)


def test_the_right_is_asked_again_when_it_runs(job: Job):
    assert run(job, kind(counting(), refusal=lambda staff, arguments: Refused("not_permitted", "没有权限。")))
    assert (job.state, job.error, job.done) == (JobState.FAILED, "没有权限。", 0)


def test_a_mistake_ends_it_and_says_nothing_of_the_rows(job: Job, caplog: pytest.LogCaptureFixture):
    def wrong(done: int) -> None:
        raise ValueError("老王 13800001234")

    assert run(job, kind(counting(at=wrong)))
    assert job.state == JobState.FAILED
    assert "没有做完" in job.error
    assert "老王" not in job.error + caplog.text
    assert "ValueError" in caplog.text


def test_a_database_that_is_away_leaves_it_for_the_sweep(job: Job):
    def away(done: int) -> None:
        raise OperationalError

    with pytest.raises(OperationalError):
        run(job, kind(counting(at=away)))
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    age(job)
    assert run(job, kind(counting()))
    assert job.state == JobState.DONE


def test_what_kills_every_worker_is_given_up(job: Job):
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=MOST_ATTEMPTS)
    age(job)
    assert run(job, kind(counting()))
    assert (job.state, job.done) == (JobState.FAILED, 0)


def test_one_whose_room_is_gone_says_so(job: Job):
    assert run(job, {})
    assert job.state == JobState.FAILED
    assert "没有启用" in job.error


def test_a_file_is_gone_after_its_end_and_the_row_stays(job: Job):
    run(job, kind(counting()))
    name, last = job.file.name, job.expires_on
    assert last
    assert clear_files(last) == 0
    assert default_storage.exists(name)
    assert clear_files(last + timedelta(days=1)) == 1
    assert not default_storage.exists(name)
    job.refresh_from_db()
    assert (job.state, job.file.name, job.holds, job.expires_on) == (JobState.DONE, "", {}, None)
    assert clear_files(last + timedelta(days=1)) == 0


def _files() -> list[str]:
    if not default_storage.exists("jobs"):
        return []
    found, folders = [], ["jobs"]
    while folders:
        here = folders.pop()
        inner, names = default_storage.listdir(here)
        folders += [f"{here}/{each}" for each in inner]
        found += [f"{here}/{each}" for each in names]
    return found
