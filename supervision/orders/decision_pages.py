"""联席会议决定: recorded with their files; without one there is neither talk, circular, listing nor limit (Art. 39)."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.base import ActForm
from kit.web import staff_only
from law.errors import Refused
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.recording import record_not_found
from organizations.views.people import member
from supervision.models import ConferenceDecision, Measure
from supervision.orders.answering import sent
from supervision.orders.following import record_decision
from supervision.orders.following_forms import DecisionForm
from supervision.orders.reading import assert_orders
from supervision.words.orders import MeasureKind

MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def decision_list(request: HttpRequest) -> HttpResponse:
    """List the latest decisions, and record one. Raises Refused: not_permitted."""
    staff = assert_orders(member(request))

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        rows = ConferenceDecision.objects.readable_by(staff)[:MOST]
        lines = [{"url": row.get_absolute_url(), "number": row.number, "held_on": row.held_on} for row in rows]
        context = {"lines": lines, "form": form, "refused": refused}
        return render(request, "supervision/orders/decisions.html", context, status=status)

    form = DecisionForm(request.POST or None, request.FILES or None, by=staff)
    if request.method != "POST":
        return shown(form)
    record = partial(_recorded, staff)
    return sent(request, form, shown, record, said="联席会议决定已登记。", back=reverse("supervision:decisions"))


@require_safe
@staff_only
def decision_page(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Show one decision with its file and the measures of it that this person may read. Raises Refused not_found."""
    staff = member(request)
    decision = ConferenceDecision.objects.readable_by(staff).filter(pk=decision_id).first()
    if decision is None:
        raise record_not_found()
    rows = Measure.objects.readable_by(staff).filter(decision=decision).select_related("order", "unit")
    measures = [
        {
            "url": row.order.get_absolute_url(),
            "number": row.order.number,
            "kind": MeasureKind(row.kind).label,
            "unit": row.unit.short_name,
        }
        for row in rows
    ]
    context = {"decision": decision, "measures": measures, **record_panels(decision)}
    return render(request, "supervision/orders/decision.html", context)


def _recorded(staff: Staff, typed: dict[str, object]) -> object:
    given = {name: value for name, value in typed.items() if name != "seen"}
    return record_decision(by=staff, **given)  # type: ignore[arg-type]
