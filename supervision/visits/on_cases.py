"""What the page of a case shows of its visits: a block, and lines among its events."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.reading.case_file import CaseFile
from organizations.authority import holdings
from organizations.models import Staff
from organizations.roles import Right
from supervision.models import FollowUpVisit, VisitFeedback
from supervision.on_case import FEEDBACK, VISITS, on_case
from supervision.visits.lists import arranges
from supervision.visits.presenting import feedback_state, state_badge

_KEPT = "_visit_feedback"


def read_visits_panel(file: CaseFile, staff: Staff, _on: date) -> dict[str, Any] | None:
    """Return {visits, feedback} of a case for who may read them; None where there is nothing, or for nobody's eyes here."""
    if file.case.sealed or not file.whole:
        return None
    visits = [
        {"url": visit.get_absolute_url(), "text": _visit_words(visit), "state": state_badge(visit)}
        for visit in _visits(file, staff)
    ]
    told = [
        {
            "url": each.get_absolute_url(),
            "text": f"{each.sent_on.isoformat()}反馈{each.unit.short_name}",
            "state": feedback_state(each),
        }
        for each in _feedback(file, staff)
    ]
    return {"visits": visits, "feedback": told} if visits or told else None


def _visit_words(visit: FollowUpVisit) -> str:
    made = f"，{visit.visited_on.isoformat()}回访" if visit.visited_on else ""
    return f"{visit.drawn_on.isoformat()}抽取，{visit.leg.unit.short_name}{made}"


def _visits(file: CaseFile, staff: Staff) -> list[FollowUpVisit]:
    if not on_case(file, VISITS) or not (arranges(staff) or holdings(staff, Right.VISIT)):
        return []
    rows = FollowUpVisit.objects.readable_by(staff).filter(case=file.case.pk)
    return list(rows.select_related("leg__unit").order_by("-id"))


def _feedback(file: CaseFile, staff: Staff) -> list[VisitFeedback]:
    """Return the feedback on a case; panel and timeline of a page ask once."""
    if not on_case(file, FEEDBACK):
        return []
    kept: list[VisitFeedback] | None = vars(file.case).get(_KEPT)
    if kept is None:
        rows = VisitFeedback.objects.readable_by(staff).filter(case=file.case.pk)
        kept = vars(file.case)[_KEPT] = list(rows.select_related("unit").order_by("-id"))
    return kept


def visit_lines(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return what the timeline of a case says of its visits: what the unit was told, when it replied."""
    if file.case.sealed or not file.whole:
        return []
    return [line for told in _feedback(file, staff) for line in _told_lines(told)]


def _told_lines(told: VisitFeedback) -> list[dict[str, Any]]:
    url = reverse("supervision:visit_feedback", args=[told.pk])
    days = (("回访反馈", told.sent_on), ("回复回访反馈", told.replied_on), ("核对回访反馈", told.checked_on))
    return [
        {"act": act, "on": on, "unit": told.unit.short_name, "icon": "chat", "url": url, "label": "查看"}
        for act, on in days
        if on
    ]
