"""What a person does with his long work: ask for it, find it again, cancel it, fetch its file."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from kit.announcing import announced
from kit.jobs.kinds import JobKind
from kit.jobs.models import OPEN, Job, JobState
from kit.jobs.running import cancel
from kit.rooms import job_kinds
from law.errors import Refused
from organizations.jobs.verbs import JOB_CANCELLED, JOB_FILE_TAKEN, JOB_STARTED
from organizations.journal.noting import note
from organizations.models import Staff
from organizations.today import today

MOST_AT_ONCE = 5
# By which grants the file was made; `holds` keeps it beside what the kind says itself.
GRANTS = "grants"


def start_job(code: str, *, by: Staff, arguments: Mapping[str, Any]) -> Job:
    """Ask for long work and return its row; the same asked for again while it is open is the same row.

    Raises Refused: not_built, not_permitted, too_many_jobs, and what the kind refuses with.
    """
    assert_himself(by)
    kind = kind_of(code)
    if refusal := kind.refusal(by, arguments):
        raise refusal
    with transaction.atomic():
        # One person at a time: two clicks must not make two jobs.
        Staff.objects.select_for_update(of=("self",)).get(pk=by.pk)
        mine = Job.objects.filter(owner=by, state__in=OPEN)
        same = mine.filter(kind=code, arguments=dict(arguments), cancel_asked=False).first()
        if same:
            return same
        if mine.count() >= MOST_AT_ONCE:
            raise Refused("too_many_jobs", f"您已有{MOST_AT_ONCE}个任务在办，请等其中一个办完，或者先取消一个。")
        job = Job(owner=by, kind=code, arguments=dict(arguments), holds={GRANTS: _grants(by)})
        job.save()
        note(JOB_STARTED, by=by, about=job, kind=code)
        transaction.on_commit(lambda: announce(job.pk), robust=True)
    return job


def announce(job_id: int, *, expires: int | None = None) -> None:
    """Tell a worker; a broker that is away costs nothing but time, the sweep finds the row."""
    announced("organizations.tasks.run_job_task", [job_id], expires=expires)


def own_jobs(staff: Staff) -> QuerySet[Job]:
    """Return a person's own jobs, the newest first; nobody sees another's. Raises Refused not_permitted."""
    assert_himself(staff)
    return Job.objects.filter(owner=staff).exclude(state=JobState.DRAFT).defer("holds").order_by("-id")


def job_of(staff: Staff, key: int) -> Job:
    """Return one of a person's own jobs. Raises Refused: not_permitted, not_found (there is none, or it is another's)."""
    assert_himself(staff)
    found = Job.objects.filter(owner=staff, pk=key).exclude(state=JobState.DRAFT).first()
    if found is None:
        raise Refused("not_found", "没有这个任务，或者它不是您的任务。")
    return found


def cancel_job(staff: Staff, key: int) -> Job:
    """Cancel one of a person's own jobs. Raises Refused: not_found, job_ended_already."""
    job = job_of(staff, key)
    with transaction.atomic():
        cancel(job)
        note(JOB_CANCELLED, by=staff, about=job, kind=job.kind)
    job.refresh_from_db()
    return job


def fetch_file(staff: Staff, key: int) -> Job:
    """Return a job whose file this person may still have, and note that he took it.

    Reach is asked again: the right, every grant that it was made by, and every row that the file shows.
    Raises Refused: not_found, file_gone, not_permitted, file_out_of_reach, and what the kind refuses with.
    """
    job = job_of(staff, key)
    if job.state != JobState.DONE or not job.file_name:
        raise Refused("not_found", "这个任务没有可以下载的文件。")
    if not job.file or job.expires_on is None or job.expires_on < today():
        raise Refused("file_gone", "文件已过保留期，已经清除。需要的话请重新生成。")
    kind = kind_of(job.kind)
    if refusal := kind.refusal(staff, job.arguments):
        raise refusal
    if not set(job.holds.get(GRANTS, [])) <= set(_grants(staff)) or not kind.within(staff, job.holds):
        raise Refused(
            "file_out_of_reach",
            "生成文件之后，您的权限或者其中信访件的查看范围有变动，这份文件不能再下载，请重新生成。",
        )
    note(JOB_FILE_TAKEN, by=staff, about=job, kind=job.kind, rows=job.done)
    return job


def assert_himself(staff: Staff) -> None:
    """Keep whoever acts for another out: the worker reads as the owner, and would forget what the hand may not see.

    Raises Refused not_permitted.
    """
    if staff.hand:
        raise Refused("not_permitted", "代人办理时不用后台任务：任务和文件归本人。请退出代办，用自己的账号办理。")


def kind_of(code: str) -> JobKind:
    """Return a kind of long work. Raises Refused not_built: no room of this house does it."""
    try:
        return job_kinds()[code]
    except KeyError:
        raise Refused("not_built", "本系统没有启用这个任务所属的模块。") from None


def title_of(job: Job) -> str:
    """Return the words of a job for its owner; of one whose room is gone its code."""
    kind = job_kinds().get(job.kind)
    return kind.title(job.arguments) if kind else job.kind


def counted(job: Job) -> str:
    """Return what a job has counted in one line: 新增3，拒绝1."""
    kind = job_kinds().get(job.kind)
    words = kind.counted if kind else {}
    return "，".join(f"{label}{job.counts[name]}" for name, label in words.items() if name in job.counts)


def _grants(staff: Staff) -> list[int]:
    return [grant.pk for grant in staff.grants_in_force]
