"""我的任务: a person's long work with its progress, cancelled and fetched here."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kit.jobs.models import Job, JobState
from kit.web import from_htmx, show, staff_only
from law.errors import Refused
from organizations.jobs.asking import cancel_job, counted, job_of, own_jobs, title_of
from organizations.jobs.files import file_answer
from organizations.today import today
from organizations.views.people import member

PAGE_SIZE = 20
_TONES = {
    JobState.WAITING: "new",
    JobState.RUNNING: "moving",
    JobState.DONE: "closed",
    JobState.FAILED: "wrong",
    JobState.CANCELLED: "stopped",
}
_NOTHING = {
    "title": "还没有任务",
    "text": "导出台账等要花些时间的事情，交后台办理以后在这里查看进度、下载结果。",
    "icon": "hourglass",
}


@require_safe
@staff_only
def jobs(request: HttpRequest) -> HttpResponse:
    """Show my own jobs, the newest first. Raises Refused key_broken."""
    rows = own_jobs(member(request))
    before = request.GET.get("before", "")
    if before:
        if not (before.isascii() and before.isdecimal() and len(before) < 19):
            raise Refused("key_broken", "翻页的位置不对，请从第一页重新开始。")
        rows = rows.filter(pk__lt=int(before))
    found = list(rows[: PAGE_SIZE + 1])
    older = f"?before={found[PAGE_SIZE - 1].pk}" if len(found) > PAGE_SIZE else ""
    lines = [line_of(job) for job in found[:PAGE_SIZE]]
    return render(request, "organizations/jobs.html", {"lines": lines, "older_url": older, "nothing": _NOTHING})


@require_safe
@staff_only
def job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show one of my jobs: the fragment that refreshes itself, or a page. Raises Refused not_found."""
    line = line_of(job_of(member(request), job_id))
    return show(request, "organizations/jobs.html", "organizations/_job.html", {"item": line, "lines": [line]})


@require_POST
@staff_only
def cancel(request: HttpRequest, job_id: int) -> HttpResponse:
    """Cancel one of my jobs. Raises Refused: not_found, job_ended_already."""
    found = cancel_job(member(request), job_id)
    if from_htmx(request):
        return render(request, "organizations/_job.html", {"item": line_of(found)})
    messages.success(request, "已取消。" if found.state == JobState.CANCELLED else "正在停下来，稍后就会取消。")
    return redirect("jobs")


@require_safe
@staff_only
def job_file(request: HttpRequest, job_id: int) -> FileResponse:
    """Send the file of one of my jobs, with reach asked again. Raises Refused: see `fetch_file`."""
    return file_answer(member(request), job_id)


def line_of(job: Job) -> dict[str, Any]:
    """Return a job as organizations/_job.html draws it."""
    kept = bool(job.file) and job.expires_on is not None and job.expires_on >= today()
    return {
        "id": job.pk,
        "title": title_of(job),
        "state": {"label": _said(job), "tone": _TONES[JobState(job.state)]},
        "open": job.open,
        "done": job.done,
        "total": job.total,
        "made_at": job.made_at,
        "ended_at": job.ended_at,
        "counted": counted(job),
        "error": job.error,
        "poll_url": reverse("job", args=[job.pk]) if job.open else "",
        "cancel_url": reverse("cancel_job", args=[job.pk]) if job.open and not job.cancel_asked else "",
        "file_url": reverse("job_file", args=[job.pk]) if kept and job.file_name else "",
        "kept_until": job.expires_on if kept and job.file_name else None,
        "gone": bool(job.file_name) and not kept,
    }


def _said(job: Job) -> str:
    return "正在取消" if job.open and job.cancel_asked else JobState(job.state).label
