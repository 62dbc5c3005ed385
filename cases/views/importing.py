"""导入: a file of another system is brought, looked at, tried, and imported as long work."""

from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.importing.form import ImportForm
from cases.importing.long_work import CODE, bring, desks_of, last_dry_run, preview_of, start_import
from kit.jobs.models import Job
from kit.web import staff_only
from law.errors import Refused
from organizations.jobs.asking import counted
from organizations.jobs.uploads import draft_of, drafts_of
from organizations.views.people import member


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def bring_file(request: HttpRequest) -> HttpResponse:
    """Show the form for a file and my files, and take one. Raises Refused not_permitted."""
    staff = member(request)
    desks = desks_of(staff)
    posted = request.method == "POST"
    form = ImportForm(request.POST if posted else None, request.FILES if posted else None, desks=desks)
    if posted and form.is_valid():
        try:
            draft = bring(staff, form.cleaned_data["file"], form.arguments())
            return redirect("cases:import_preview", draft.pk)
        except Refused as refused:
            form.add_error("file", refused.message)
    drafts = [
        {"name": each.upload_name, "url": _url(each), "until": each.expires_on} for each in drafts_of(staff, CODE)
    ]
    context = {"form": form, "drafts": drafts}
    return render(request, "cases/import.html", context, status=422 if form.errors else 200)


@require_safe
@staff_only
def import_preview(request: HttpRequest, job_id: int) -> HttpResponse:
    """Show what a file is taken for, and what its dry run said. Raises Refused: not_found, not_permitted."""
    staff = member(request)
    desks_of(staff)
    draft = draft_of(staff, job_id)
    tried = last_dry_run(draft)
    preview = preview_of(draft)
    context: dict[str, Any] = {
        "name": draft.upload_name,
        "until": draft.expires_on,
        "preview": preview,
        "rows": [list(zip_longest(preview.header, row, fillvalue="")) for row in preview.rows],
        "tried": counted(tried) if tried else "",
        "start_url": reverse("cases:import_start", args=[draft.pk]),
    }
    return render(request, "cases/import_preview.html", context)


@require_POST
@staff_only
def import_start(request: HttpRequest, job_id: int) -> HttpResponse:
    """Hand the dry run (``dry_run``) or the import to the worker. Raises Refused: see `start_import`."""
    dry_run = request.POST.get("dry_run") == "true"
    start_import(member(request), job_id, dry_run=dry_run)
    said = "已交后台试运行，什么也不会写入；" if dry_run else "已交后台导入；"
    messages.success(request, f"{said}完成后在这里查看结果，拒绝的行可以下载。")
    return redirect("jobs")


def _url(draft: Job) -> str:
    return reverse("cases:import_preview", args=[draft.pk])
