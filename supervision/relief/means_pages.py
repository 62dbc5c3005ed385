"""民生项目、法治宣传: what was entered, one project with its steps, and a sheet of projects."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.importing.pasted import sheet_text
from cases.lists.paging import Page
from cases.lists.turns import turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.addresses import address_of
from kit.web import staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.relief.means import STATES, enter_campaign, enter_project
from supervision.relief.means_forms import CampaignForm, ProjectForm, ProjectSheetForm
from supervision.relief.means_reading import PROJECT_STEPS, page_of_campaigns, page_of_projects, project_of
from supervision.relief.money import yuan
from supervision.relief.reading import assert_holds, assert_works

_SHEET = "supervision/relief/sheet.html"
_COLUMNS = {
    "projects": ("项目名称", "状态", "类别", "责任单位", "计划完成日期", "投资（元）", "受益人数"),
    "campaigns": ("主题", "方式", "单位", "地点", "日期", "覆盖人数"),
}


@require_safe
@staff_only
def project_list(request: HttpRequest) -> HttpResponse:
    """List projects. Raises Refused: not_permitted, key_broken."""
    staff = member(request)
    assert_works(staff)
    page = page_of_projects(staff, **turn_asked(request.GET))
    return _listed(request, staff, page, "projects", [_project_line(row) for row in page.rows])


@require_safe
@staff_only
def campaign_list(request: HttpRequest) -> HttpResponse:
    """List campaigns of legal publicity. Raises Refused: not_permitted, key_broken."""
    staff = member(request)
    assert_works(staff)
    page = page_of_campaigns(staff, **turn_asked(request.GET))
    return _listed(request, staff, page, "campaigns", [_campaign_line(row) for row in page.rows])


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def project_new(request: HttpRequest) -> HttpResponse:
    """Enter a project. Raises Refused not_permitted."""
    staff = assert_holds(member(request), Right.PROPOSE_RELIEF)
    form = ProjectForm(request.POST or None, by=staff)
    return made_page(request, form, "登记民生项目", lambda typed: enter_project(by=staff, on=today(), **typed))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def campaign_new(request: HttpRequest) -> HttpResponse:
    """Enter a campaign. Raises Refused not_permitted."""
    staff = assert_holds(member(request), Right.PROPOSE_RELIEF)
    form = CampaignForm(request.POST or None, by=staff)
    return made_page(request, form, "登记法治宣传", lambda typed: enter_campaign(by=staff, on=today(), **typed))


@require_safe
@staff_only
def project_page(request: HttpRequest, project_id: int) -> HttpResponse:
    """Show one project. Raises Refused not_found."""
    staff = member(request)
    project = project_of(staff, project_id)
    context = {
        "title": project.name,
        "state": _state(project),
        "facts": _project_facts(project),
        "buttons": step_buttons(PROJECT_STEPS, project, staff, "supervision:project_step"),
        **record_panels(project),
    }
    return render(request, "supervision/relief/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def project_step(request: HttpRequest, project_id: int, step: str) -> HttpResponse:
    """Take a step of a project. Raises Refused: not_found, and as the step does."""
    project = project_of(member(request), project_id)
    return step_page(request, step_named(PROJECT_STEPS, step), project, project.name)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def project_sheet(request: HttpRequest) -> HttpResponse:
    """Take a sheet of projects, show what it holds, then enter all of it or nothing. Raises Refused not_permitted."""
    staff = assert_holds(member(request), Right.PROPOSE_RELIEF)
    if request.method != "POST":
        return render(request, _SHEET, {"form": ProjectSheetForm(by=staff)})
    typed, unread = _typed(request)
    form = ProjectSheetForm(typed, by=staff)
    if unread:
        form.add_error("file", unread.message)
    if not form.is_valid():
        return render(request, _SHEET, {"form": form}, status=422)
    if "confirm" in request.POST and form.previewed():
        try:
            _enter_all(form, staff)
        except Refused as refused:
            form.add_error("lines", refused.message)
            return render(request, _SHEET, {"form": form}, status=422)
        messages.success(request, f"已登记{len(form.projects)}个民生项目。")
        return redirect("supervision:projects")
    again = ProjectSheetForm({**form.cleaned_data, "shown": form.cleaned_data["lines"]}, by=staff)
    return render(request, _SHEET, {"form": again, "read": form.projects})


def _enter_all(form: ProjectSheetForm, staff: Staff) -> None:
    with transaction.atomic():
        for typed in form.projects:
            enter_project(by=staff, on=today(), **typed)


def _typed(request: HttpRequest) -> tuple[dict[str, Any], Refused | None]:
    typed: dict[str, Any] = request.POST.dict()
    upload = request.FILES.get("file")
    try:
        return {**typed, "lines": sheet_text(upload, named="民生项目", between="\t")} if upload else typed, None
    except Refused as refused:
        return typed, refused


def _listed(request: HttpRequest, staff: Staff, page: Page, what: str, lines: list[dict[str, Any]]) -> HttpResponse:
    context = {
        "what": what,
        "columns": [{"label": label} for label in _COLUMNS[what]],
        "lines": lines,
        "enters": bool(holdings(staff, Right.PROPOSE_RELIEF)),
        **page.turns(),
        "nothing": {"title": "还没有登记", "text": "按上面的按钮登记。", "icon": "book"},
    }
    return render(request, "supervision/relief/means.html", context)


def _cells(what: str, texts: tuple[Any, ...]) -> list[dict[str, Any]]:
    named = zip(_COLUMNS[what], texts, strict=True)
    return [
        {"label": label, "state": text} if isinstance(text, dict) else {"label": label, "text": text}
        for label, text in named
    ]


def _state(project: LivelihoodProject) -> dict[str, str]:
    return {"label": STATES[project.state], "tone": "closed" if project.done_on else "moving"}


def _project_line(row: LivelihoodProject) -> dict[str, Any]:
    invested = yuan(row.invested) if row.invested else ""
    planned, kind = row.planned_on.isoformat(), row.get_kind_display()
    texts = (row.name, _state(row), kind, row.unit.short_name, planned, invested, str(row.people or ""))
    return {"url": address_of("supervision:project", row.pk), "cells": _cells("projects", texts)}


def _campaign_line(row: PublicityCampaign) -> dict[str, Any]:
    days = f"{row.from_day.isoformat()}至{row.to_day.isoformat()}"
    texts = (row.title, row.get_form_display(), row.unit.short_name, row.location, days, str(row.reach))
    return {"url": "", "cells": _cells("campaigns", texts)}


def _project_facts(row: LivelihoodProject) -> list[dict[str, Any]]:
    facts = [
        ("责任单位", row.unit.name),
        ("类别", row.get_kind_display()),
        ("地点", row.location),
        ("依据", row.basis),
        ("投资", f"{yuan(row.invested)}元" if row.invested else ""),
        ("开工日期", row.started_on.isoformat() if row.started_on else ""),
        ("计划完成日期", row.planned_on.isoformat()),
        ("完成日期", row.done_on.isoformat() if row.done_on else ""),
        ("受益户数", str(row.households or "")),
        ("受益人数", str(row.people or "")),
        ("进展", row.progress),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]
