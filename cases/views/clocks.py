"""Why a clock falls on its day."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.clocks import explain_clock
from cases.models import Clock
from cases.reading.case_file import clock_of
from cases.views.shared import asked_file
from kit.web import show, staff_only
from law.vocabulary import Duty
from organizations.calculator import as_days


@require_safe
@staff_only
def why(request: HttpRequest, case_id: int, clock_id: int) -> HttpResponse:
    """Explain one clock of a readable case day by day."""
    file = asked_file(request, case_id)
    clock = clock_of(file, clock_id)
    context = {**_explained(clock), "number": file.case.number, "back_url": reverse("cases:case", args=[case_id])}
    return show(request, "cases/why.html", "components/clock_days.html", context)


def _explained(clock: Clock) -> dict[str, Any]:
    told = explain_clock(clock)
    return {"days": as_days(told), "reason": told.reason, "article": told.article, "name": Duty(clock.duty).label}
