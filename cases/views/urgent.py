"""重大紧急日报: a page to look through and to print; the day stands in the address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.forms.days import OneDayForm
from cases.lists.urgent_days import UrgentCase, assert_sees, urgent_cases
from cases.presenting.jurisdiction import decision_row, report_row
from cases.presenting.marks import badge
from kit.web import staff_only
from organizations.today import today
from organizations.views.people import member


@require_safe
@staff_only
def urgent_day(request: HttpRequest) -> HttpResponse:
    """Show the major and urgent matters of a day. Raises Refused not_permitted."""
    staff = assert_sees(member(request))
    asked = request.GET.copy()
    asked.setdefault("on", today().isoformat())
    form = OneDayForm(asked)
    valid = form.is_valid()
    # A day that cannot be read is no day: never today instead.
    on = form.cleaned_data["on"] if valid else None
    context = {
        "form": form,
        "on": on,
        "blocks": [_block(each) for each in urgent_cases(staff, on)] if on else [],
        "nothing": {
            "title": "这一天没有重大紧急事项",
            "text": "也没有尚未报告的。登记时勾选“重大紧急”的信访件会列在这里。",
            "icon": "ok",
        },
    }
    return render(request, "cases/urgent_day.html", context, status=200 if valid else 422)


def _block(each: UrgentCase) -> dict[str, Any]:
    case = each.case
    received = [{**report_row(report), "title": f"{report_row(report)['title']}的回执"} for report in each.receipts]
    rows = [*map(report_row, each.reports), *received, *map(decision_row, each.decisions)]
    return {
        "url": reverse("cases:case", args=[case.pk]),
        "number": case.number,
        "subject": case.subject,
        "state": badge(case.state),
        "facts": f"{case.received_on:%Y-%m-%d}收到，{case.get_channel_display()}，{case.petitioner_count}人"
        + (f"，{case.location}" if case.location else ""),
        "new": each.new,
        "rows": rows,
        "owed": "、".join(body.label for body in each.owed),
    }
