"""Where what a warning asks for is done: on the page of the case, or of the record that has the date."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from organizations.models import Staff
from supervision.models import Alert, Guarantee, OwnershipSheet, PlanStep, SupervisionOrder, Task, VisitFeedback
from supervision.words.warnings import OF_CASES, Dated

_RECORDS: dict[Dated, type[Any]] = {
    Dated.LIMIT: OwnershipSheet,
    Dated.TASK: Task,
    Dated.ORDER: SupervisionOrder,
    Dated.FEEDBACK: VisitFeedback,
}
_IN_SHEETS: dict[Dated, type[Any]] = {Dated.GUARANTEE: Guarantee, Dated.STEP: PlanStep}


def place(alerts: Iterable[Alert], staff: Staff) -> None:
    """Write on each of these warnings the address where a person sees to it; "" where there is none for him."""
    sheets = _sheets(alerts, staff)
    for alert in alerts:
        what = Dated(alert.what)
        if what in OF_CASES:
            alert.url = reverse("cases:case", args=[alert.case_id])
        elif what in _RECORDS:
            alert.url = _RECORDS[what](pk=alert.key).get_absolute_url()
        elif (what, alert.key) in sheets:
            alert.url = OwnershipSheet(pk=sheets[what, alert.key]).get_absolute_url()


def _sheets(alerts: Iterable[Alert], staff: Staff) -> dict[tuple[Dated, int], int]:
    """Return of guarantees and steps of plans the sheet each stands in: a query a kind, where there are any."""
    found: dict[tuple[Dated, int], int] = {}
    for what, model in _IN_SHEETS.items():
        if keys := [alert.key for alert in alerts if alert.what == what]:
            rows = model.objects.readable_by(staff).filter(pk__in=keys).values_list("pk", "sheet")
            found |= {(what, key): sheet for key, sheet in rows}
    return found
