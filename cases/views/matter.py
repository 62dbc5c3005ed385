"""同一事项一并办理: drafts of several cases of one matter answered, submitted or signed from one page, each for itself."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.actions.shared_answers import SHARED, Target, do_together
from cases.forms.shared_answers import TogetherForm, target_from
from cases.lists.shared_answers import Choice, shared_work
from cases.models import Demand
from cases.presenting.heading import heading
from cases.presenting.marks import badge
from cases.reading.case_file import CaseFile
from cases.views.shared import asked_file
from kit.web import staff_only
from law.vocabulary import Act, Outcome
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member

_BUTTONS = {Act.ANSWER: "对选中的照此答复", Act.SUBMIT: "对选中的送审", Act.ISSUE: "对选中的签发"}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def together(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show what can be done together, with why not; do what was chosen. Raises Refused not_found."""
    file, staff = asked_file(request, case_id), member(request)
    if request.method == "POST":
        _do(request, file, staff)
        return redirect(reverse("cases:together", args=[case_id]))
    return render(request, "cases/together.html", _page(file, staff, _source(request.GET.get("source", ""))))


def _source(text: str) -> Target | None:
    try:
        return target_from(text) if text else None
    except ValidationError:
        return None


def _do(request: HttpRequest, file: CaseFile, staff: Staff) -> None:
    form = TogetherForm({**request.POST.dict(), "to": request.POST.getlist("to")})
    if not form.is_valid():
        for said in (said for every in form.errors.values() for said in every):
            messages.error(request, str(said))
        return
    told = do_together(file.case.pk, by=staff, **form.cleaned_data)
    label = form.cleaned_data["act"].label
    if done := sum(refused is None for _, refused in told):
        messages.success(request, f"“{label}”已办理{done}项，各件各记一条。")
    for refused in dict.fromkeys(refused.message for _, refused in told if refused):
        messages.error(request, refused)


def _page(file: CaseFile, staff: Staff, source: Target | None) -> dict[str, Any]:
    work = shared_work(file, staff, today(), source)
    return {
        **heading(file),
        "back_url": reverse("cases:case", args=[file.case.pk]),
        "sources": [_answered(each, chosen=each == work.source) for each in work.sources],
        "source": f"{work.source.leg_id}:{work.source.number}" if work.source else "",
        "opinion": work.source.opinion if work.source else "",
        "groups": [
            {"act": str(act), "title": act.label, "button": _BUTTONS[act], "lines": list(map(_line, work.choices[act]))}
            for act in SHARED
            if work.choices[act]
        ],
        "nothing": {
            "title": "没有可以一并办理的",
            "text": "同一事项里由您单位办理、您能查看的件，才能一并答复、送审、签发。",
            "icon": "link",
        },
    }


def _answered(demand: Demand, *, chosen: bool) -> dict[str, Any]:
    words = f"第{demand.number}项：{Outcome(demand.outcome).label}"
    return {"value": f"{demand.leg_id}:{demand.number}", "words": words, "chosen": chosen}


def _line(choice: Choice) -> dict[str, Any]:
    leg, demand = choice.leg, choice.demand
    return {
        "value": f"{leg.pk}:{demand.number}" if demand else str(leg.pk),
        "url": reverse("cases:case", args=[leg.case_id]),
        "number": leg.case.number,
        "subject": choice.subject,
        "demand": f"第{demand.number}项：{(demand.extract or demand.text)[:60]}" if demand else "",
        "again": bool(demand and demand.outcome),
        "state": badge(leg.state),
        "handler": leg.handler.name if leg.handler else "尚未指定承办人",
        "why": choice.refusal.message if choice.refusal else "",
    }
