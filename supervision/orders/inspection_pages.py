"""督查: sending teams to units, and reporting what they found."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.forms.base import ActForm
from cases.lists.paging import page_by
from kit.web import staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.models import Inspection
from supervision.orders.answering import pager_of, place_of, sent
from supervision.orders.inspecting import REPORT, report_inspection, start_inspection
from supervision.orders.inspection_forms import InspectionForm, InspectionReportForm
from supervision.orders.reading import orders
from supervision.orders.sampling_pages import offer_all_units
from supervision.orders.sampling_reading import BY_DAY_MADE, inspection_of, inspections
from supervision.words.orders import InspectionKind, InspectionState


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def inspection_list(request: HttpRequest) -> HttpResponse:
    """List the inspections that a person may read, and send a team. Raises Refused: key_broken."""
    staff = member(request)

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        rows = inspections(staff)
        page = page_by(BY_DAY_MADE, rows, **place_of(request))
        context = {
            "form": form if holdings(staff, Right.GIVE_ACCESS) else None,
            "samples": orders(staff),
            "refused": refused,
            "lines": [_line(row) for row in page.rows],
            "pager": pager_of(request, page, rows),
        }
        return render(request, "supervision/orders/inspections.html", context, status=status)

    form = InspectionForm(request.POST or None, by=staff)
    offer_all_units(form, staff)
    if request.method != "POST":
        return shown(form)
    back = reverse("supervision:inspections")
    return sent(
        request, form, shown, lambda typed: _started(staff, typed), said="督查已组织，成员可以查阅。", back=back
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def inspection_page(request: HttpRequest, inspection_id: int) -> HttpResponse:
    """Show one inspection, and report it. Raises Refused: not_found."""
    staff, on = member(request), today()
    inspection = inspection_of(staff, inspection_id)

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        context = {
            "inspection": inspection,
            "kind": InspectionKind(inspection.kind).label,
            "state": InspectionState(inspection.state).label,
            "members": [each.staff for each in inspection.members.select_related("staff__unit")],
            "form": None if REPORT.refusal(inspection, staff, on) else form,
            "refused": refused,
            **record_panels(inspection),
        }
        return render(request, "supervision/orders/inspection.html", context, status=status)

    form = InspectionReportForm(
        request.POST or None, request.FILES or None, by=staff, initial={"seen": inspection.version}
    )
    if request.method != "POST":
        return shown(form)
    return sent(
        request,
        form,
        shown,
        lambda typed: report_inspection(inspection, by=staff, **typed),
        said="已反馈，临时查阅已收回。",
        back=inspection.get_absolute_url(),
    )


def _started(staff: Staff, typed: dict[str, Any]) -> object:
    return start_inspection(by=staff, **{name: value for name, value in typed.items() if name != "seen"})


def _line(row: Inspection) -> dict[str, Any]:
    return {
        "url": row.get_absolute_url(),
        "title": f"{InspectionKind(row.kind).label}：{row.unit.short_name}",
        "days": f"{row.from_day:%Y-%m-%d}至{row.to_day:%Y-%m-%d}",
        "state": InspectionState(row.state).label,
    }
