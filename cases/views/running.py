"""期限一览: every running clock within reach; the filters stand in the address."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cases.lists.counting import capped_count
from cases.lists.running_clocks import ClockFilters, Owed, page_of_clocks, running_clocks
from cases.models import Clock
from cases.presenting.marks import clock_card
from cases.reading.case_file import readable_subject
from kit.addresses import address_of
from kit.web import staff_only
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member

_COLUMNS = [
    {"label": "还有几天", "kind": "narrow"},
    {"label": "到期日", "kind": "date"},
    {"label": "期限", "kind": "narrow"},
    {"label": "责任单位"},
    {"label": "信访件", "kind": "narrow"},
    {"label": "事由", "kind": "wide"},
    {"label": "承办人", "kind": "narrow"},
]
_EITHER = (("", "不限"), ("true", "是"), ("false", "否"))


@require_safe
@staff_only
def running(request: HttpRequest) -> HttpResponse:
    """Show the clocks that the address asks for, the soonest first. Raises Refused: not_permitted, key_broken."""
    staff, on = member(request), today()
    if not (holdings(staff, Right.SEE) or holdings(staff, Right.SEE_SEALED)):
        raise Refused("not_permitted", "您的角色不查看信访件的期限。可在“权限一览”查看谁可以查看。")
    data = request.GET.copy()
    data.setdefault("owed", Owed.AGENCY)
    filters = ClockFilters(data, queryset=running_clocks(staff), staff=staff)
    unit = data.get("unit", "")
    chosen = Unit.objects.filter(pk=unit) if unit.isascii() and unit.isdecimal() else Unit.objects.none()
    filters.form.fields["unit"].queryset = chosen
    for name in ("mine", "provisional"):
        filters.form.fields[name].widget.choices = _EITHER
    context = {"form": filters.form, "columns": _COLUMNS, "filtered": len(request.GET) > 0}
    if not filters.is_valid():
        return render(request, "cases/clocks.html", {**context, "wrong": True}, status=422)
    return render(request, "cases/clocks.html", {**context, **_found(request, filters, staff, on)})


def _found(request: HttpRequest, filters: Any, staff: Staff, on: date) -> dict[str, Any]:
    rows = filters.qs
    page = page_of_clocks(rows, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    kept = {name: str(value) for name, value in request.GET.items() if name in filters.base_filters}
    address = {
        side: f"?{urlencode({**kept, side: key})}" if key else None
        for side, key in (("after", page.after), ("before", page.before))
    }
    able = bool(holdings(staff, Act.ANSWER))
    return {
        "lines": [_line(clock, on) for clock in page.rows],
        "handles": able,
        "pager": {
            "count": capped_count(rows),
            "note": "",
            "next_url": address["after"],
            "previous_url": address["before"],
        },
        "nothing": {
            "title": "没有符合条件的期限",
            "icon": "ok",
            "url": reverse("cases:clocks"),
            "label": "清除条件",
            "text": "这里只列正在计算的期限；已经完成的在信访件的页面上。",
        },
    }


def _line(clock: Clock, on: date) -> dict[str, Any]:
    case = clock.case
    # What has come this far may be known; only the words of a sealed case stay closed here, for everybody.
    return {
        **clock_card(clock, on),
        "case_url": address_of("cases:case", case.pk),
        "number": case.number,
        "subject": readable_subject(case),
        "handler": clock.leg.handler.name if clock.leg and clock.leg.handler else "",
        "starts_on": clock.starts_on,
    }
