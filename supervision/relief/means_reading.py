"""Projects and campaigns within a person's reach: lists and ledgers ask the same rows."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, QuerySet

from cases.lists.paging import Order, Page, page_by
from cases.record_steps import Step
from organizations.models import Staff
from organizations.recording import record_not_found
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.relief import means
from supervision.relief.means_forms import DoneForm, ProgressForm

BY_DAY_RECORDED = Order("recorded_on", descending=True, label="登记日期（新的在前）")
BY_FIRST_DAY = Order("from_day", descending=True, label="开始日期（新的在前）")
PROJECT_STEPS: dict[str, Step] = {
    "progress": Step("登记进展", ProgressForm, means.carry_on_project, means.CARRY_ON, "已登记进展。"),
    "done": Step("登记完成", DoneForm, means.finish_project, means.FINISH, "已登记完成。"),
}


def projects(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the projects within a person's reach, of a period of entering."""
    rows = LivelihoodProject.objects.readable_by(staff).select_related("unit")
    return rows.filter(**_bounds("recorded_on", asked))


def campaigns(staff: Staff, asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the campaigns within a person's reach that began in a period."""
    rows = PublicityCampaign.objects.readable_by(staff).select_related("unit")
    return rows.filter(**_bounds("from_day", asked))


def _bounds(column: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    bounds = {f"{column}__gte": asked.get("since"), f"{column}__lte": asked.get("until")}
    return {name: value for name, value in bounds.items() if value}


def project_of(staff: Staff, key: int) -> LivelihoodProject:
    """Return a project that a person may read. Raises Refused not_found."""
    found: LivelihoodProject | None = projects(staff, {}).filter(pk=key).first()
    if found is None:
        raise record_not_found()
    return found


def page_of_projects(staff: Staff, after: str = "", before: str = "") -> Page:
    """Return a page of projects, those entered last first. Raises Refused: key_broken, one_direction."""
    return page_by(BY_DAY_RECORDED, projects(staff, {}).annotate(place=F("recorded_on")), after=after, before=before)


def page_of_campaigns(staff: Staff, after: str = "", before: str = "") -> Page:
    """Return a page of campaigns, the latest first. Raises Refused: key_broken, one_direction."""
    return page_by(BY_FIRST_DAY, campaigns(staff, {}).annotate(place=F("from_day")), after=after, before=before)
