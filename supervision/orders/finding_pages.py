"""督办线索: what the rules found and nobody has decided on, by unit; one of them with what can be done about it."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.base import ActForm
from kit.web import staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member
from supervision.orders.answering import pager_of, place_of, sent
from supervision.orders.forms import SetAsideForm
from supervision.orders.making import set_aside
from supervision.orders.presenting import FINDING_COLUMNS, finding_facts, finding_line, order_url
from supervision.orders.reading import (
    FindingFilter,
    OfUnit,
    assert_orders,
    finding_of,
    findings_asked,
    findings_by_unit,
    page_of_findings,
)
from supervision.words.orders import FailureGroup, FindingState

_PAGE = "supervision/orders/findings.html"
_EMPTY = {"title": "没有待处理的线索", "text": "每天夜里按规则查找，找到的列在这里。", "icon": "ok"}


@require_safe
@staff_only
def finding_list(request: HttpRequest) -> HttpResponse:
    """List open findings, with how many each unit has. Raises Refused: not_permitted, key_broken."""
    staff, on = assert_orders(member(request)), today()
    form = FindingFilter(request.GET)
    context: dict[str, Any] = {"form": form, "columns": FINDING_COLUMNS, "empty": _EMPTY}
    if not form.is_valid():
        return render(request, _PAGE, {**context, "wrong": True}, status=422)
    rows = findings_asked(staff, form.cleaned_data, on)
    page = page_of_findings(rows, **place_of(request))
    context |= {
        "heads": list(FailureGroup),
        "units": [_unit_line(each) for each in findings_by_unit(staff, on)],
        "lines": [finding_line(row) for row in page.rows],
        "pager": pager_of(request, page, rows),
    }
    return render(request, _PAGE, context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def finding_page(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Show one finding, and set it aside. Raises Refused: not_found, not_permitted."""
    staff = assert_orders(member(request))
    finding = finding_of(staff, finding_id)

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        context = {
            "finding": finding,
            "facts": finding_facts(finding),
            "order_url": order_url(finding),
            "open": finding.state == FindingState.OPEN,
            "state": FindingState(finding.state).label,
            "form": form,
            "refused": refused,
        }
        return render(request, "supervision/orders/finding.html", context, status=status)

    form = SetAsideForm(request.POST or None, by=staff, initial={"seen": finding.version})
    if request.method != "POST":
        return shown(form)
    done, back = partial(set_aside, finding, by=staff), reverse("supervision:findings")
    return sent(request, form, shown, lambda typed: done(**typed), said="已记为不予督办。", back=back)


def _unit_line(each: OfUnit) -> dict[str, Any]:
    return {
        "name": each.unit.short_name,
        "url": f"?{urlencode({'unit': each.unit.pk})}",
        "counts": [(head.label, each.counts.get(head, 0)) for head in FailureGroup],
        "total": each.total,
    }
