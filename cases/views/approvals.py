"""拟办待批: the proposals that wait for a person, many approved with one key; what was turned away stands below."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.actions.approving_many import approve_proposals
from cases.forms.filings import ApproveManyForm
from cases.lists.approvals import Approval, ExitWaiting, assert_approves, chosen_approvals, exits_waiting
from cases.lists.approvals import approvals as waiting
from cases.lists.case_rows import chip
from cases.presenting.marks import act_url
from kit.days import day_words
from kit.web import staff_only
from law.filing import LISTED, FilingGround
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def approvals(request: HttpRequest) -> HttpResponse:
    """Show the queue, and approve what was chosen. Raises Refused: not_permitted, not_found, nothing_chosen."""
    staff = assert_approves(member(request))
    if request.method == "POST":
        _approve(request, staff)
        return redirect(reverse("cases:approvals"))
    rows, exits = waiting(staff), exits_waiting(staff)
    context = {
        "lines": [_line(each) for each in rows],
        "waiting": sum(not each.own for each in rows),
        "exits": [_exit_line(each) for each in exits],
        "nothing": {"title": "没有等候批准的", "text": "分办员呈报的拟办意见在这里批准。", "icon": "ok"},
    }
    return render(request, "cases/approvals.html", context)


def _approve(request: HttpRequest, staff: Staff) -> None:
    asked = ApproveManyForm({"proposals": request.POST.getlist("proposals")})
    chosen = chosen_approvals(staff, asked.cleaned_data["proposals"] if asked.is_valid() else [])
    results = approve_proposals([(each.case.pk, each.proposal.pk) for each in chosen], by=staff)
    said = zip(chosen, results, strict=True)
    if done := sum(refused is None for _, refused in results):
        messages.success(request, f"已批准{done}件，已按拟办意见办理，文书已生成。")
    for each, (_, refused) in said:
        if refused:
            messages.error(request, f"{each.case.number}没有批准：{refused.message}")


def _line(each: Approval) -> dict[str, Any]:
    case, asked = each.case, each.proposal
    return {
        "proposal": asked.pk,
        "url": reverse("cases:case", args=[case.pk]),
        "number": case.number,
        "subject": each.subject,
        "urgent": case.urgent,
        "what": asked.said,
        "text": asked.text,
        "asked": f"{asked.by.name}{day_words(asked.proposed_on)}呈报",
        "due": chip(case.next_due_on, today(), "最近期限") if case.next_due_on else None,
        "own": each.own,
        "return_url": act_url(Act.RETURN_PROPOSAL, case.pk),
    }


def _exit_line(each: ExitWaiting) -> dict[str, Any]:
    left = each.leg.exit
    listed = left.act == Act.FILE_ONLY and left.ground in LISTED
    ground = FilingGround(left.ground).label if listed else ""
    return {
        "url": reverse("cases:filings") if listed else act_url(Act.APPROVE_EXIT, each.case.pk, leg=each.leg.pk),
        "number": each.case.number,
        "subject": each.subject,
        "what": f"{left.get_act_display()}{ground and f'（{ground}）'}",
        "text": left.reason,
        "asked": f"{left.asked_by.name if left.asked_by else ''}{day_words(left.asked_on)}提出",
        "where": "到存查清单签字" if listed else "逐件核准",
    }
