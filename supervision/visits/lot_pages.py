"""抽取回访: drawing a lot, and a lot with its visits, which can be drawn again and assigned together."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.base import PICKER
from cases.forms.unit_choices import offer_units
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.visits.forms import DrawForm
from supervision.visits.lists import assert_arranges, lot_of, lot_visits, page_of_lots
from supervision.visits.lots import draw_again, draw_lot
from supervision.visits.presenting import LOT_COLUMNS, VISIT_COLUMNS, lot_facts, lot_line, visit_line


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def lots(request: HttpRequest) -> HttpResponse:
    """List the lots drawn so far; a form sent draws one more. Raises Refused: not_permitted, key_broken."""
    staff = member(request)
    assert_arranges(staff)
    if request.method != "POST":
        return render(request, _PAGE, _context(request, DrawForm(by=staff)))
    form = DrawForm(request.POST, by=staff)
    if not form.is_valid():
        return render(request, _PAGE, _context(request, form), status=422)
    try:
        lot = draw_lot(by=staff, on=today(), **form.arguments())
    except Refused as refused:
        page = render(request, _PAGE, {**_context(request, form), "refused": refused})
        return RefusedAnswer(page.content, refused)
    messages.success(request, f"已抽取{min(lot.size, lot.fitting)}件，请指派回访人。")
    return redirect(lot.get_absolute_url())


_PAGE = "supervision/visits/lots.html"


def _context(request: HttpRequest, form: DrawForm) -> dict[str, Any]:
    page = page_of_lots(member(request), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return {
        "form": form,
        "rows": [_row(field, form) for field in form.visible_fields()],
        "columns": LOT_COLUMNS,
        "lines": [lot_line(lot) for lot in page.rows],
        **page.turns(),
        "nothing": {"title": "还没有抽取过", "text": "填写上面的表抽取一批。", "icon": "phone"},
    }


def _row(field: Any, form: DrawForm) -> dict[str, Any]:
    purpose = field.field.widget.attrs.get(PICKER)
    if purpose is None:
        return {"field": field, "picker": "", "width": "half"}
    offer_units(field, form.by, purpose)
    return {"field": field, "picker": f"{reverse('unit_options')}?for={purpose}", "width": "full"}


@require_safe
@staff_only
def lot_page(request: HttpRequest, lot_id: int) -> HttpResponse:
    """Show one lot: how it was drawn, whether drawing it again gives the same, its visits. Raises Refused not_found."""
    staff = member(request)
    lot = lot_of(staff, lot_id)
    context = {
        "lot": lot,
        "facts": lot_facts(lot, draw_again(lot, staff)),
        "columns": VISIT_COLUMNS,
        "lines": [visit_line(visit) for visit in lot_visits(staff, lot)],
        "nothing": {"title": "没有您可以查看的回访", "text": "这一批的件不在您的查看范围内。", "icon": "phone"},
        **record_panels(lot),
    }
    return render(request, "supervision/visits/lot.html", context)
