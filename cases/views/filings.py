"""存查清单: the filings of a day on one page, signed together by a second person."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.actions.filing import sign_filings
from cases.forms.days import OneDayForm
from cases.forms.filings import SignForm
from cases.lists.filings import Filing, assert_signs, filings_of_day, waiting_legs
from kit.days import day_words
from kit.web import staff_only
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def filings(request: HttpRequest) -> HttpResponse:
    """Show the filings of a day, and sign those that were chosen. Raises Refused: not_permitted, not_found, nothing_chosen."""
    staff = assert_signs(member(request))
    asked = request.GET.copy()
    asked.setdefault("on", today().isoformat())
    form = OneDayForm(asked)
    valid = form.is_valid()
    # A day that cannot be read is no day: never today instead.
    on = form.cleaned_data["on"] if valid else None
    if request.method == "POST" and on:
        _sign(request, staff, on)
        return redirect(f"{reverse('cases:filings')}?on={on}")
    rows = filings_of_day(staff, on) if on else []
    context = {
        "form": form,
        "on": on,
        "lines": [_line(each) for each in rows],
        "waiting": sum(each.waits and not each.own for each in rows),
        "nothing": {
            "title": "这一天没有存查",
            "text": "也没有等候签字的。以“其他”存查的在信访件页面逐件核准。",
            "icon": "ok",
        },
    }
    return render(request, "cases/filings.html", context, status=200 if valid else 422)


def _sign(request: HttpRequest, staff: Staff, on: Any) -> None:
    chosen = SignForm({"legs": request.POST.getlist("legs")})
    legs = chosen.cleaned_data["legs"] if chosen.is_valid() else []
    results = sign_filings(waiting_legs(staff, on, legs), by=staff)
    if signed := [leg for leg, refused in results if refused is None]:
        messages.success(request, f"已签字，存查{len(signed)}件。")
    for refused in filter(None, (refused for _, refused in results)):
        messages.error(request, refused.message)


def _line(each: Filing) -> dict[str, Any]:
    left = each.left
    signed = f"{left.decided_by.name}{day_words(left.decided_on)}签字" if left.decided_by and left.decided_on else ""
    return {
        "leg": each.leg.pk,
        "url": reverse("cases:case", args=[each.case.pk]),
        "number": each.case.number,
        "subject": each.subject,
        "ground": each.ground.label,
        "same": left.earlier,
        "why": left.reason.rstrip("。；，") if left.reason != each.ground.label else "",
        "asked": f"{left.asked_by.name if left.asked_by else ''}{day_words(left.asked_on)}提出",
        "signed": signed or ("本人提出，由另一人签字" if each.own else ""),
        "choosable": each.waits and not each.own,
    }
