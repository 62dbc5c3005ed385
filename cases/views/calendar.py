"""日历: the days entered by people; what more days would move is read before they are entered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.actions.recounting import Move, Moves, change_days, moves_with
from cases.forms.calendar_days import DaysForm
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from law.vocabulary import Duty
from organizations.calendar_days import changes_of_days, entered_days
from organizations.models import Staff
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member
from organizations.vocabulary import DayChange, DayKind


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def calendar(request: HttpRequest) -> HttpResponse:
    """Show the days entered; list what more days would move, then enter them. Raises Refused not_permitted."""
    staff = assert_manager(member(request))
    form = DaysForm(request.POST or None)
    context = {"form": form, **_frame()}
    if request.method != "POST":
        return render(request, "cases/calendar.html", context)
    if not form.is_valid():
        return render(request, "cases/calendar.html", context, status=422)
    try:
        return _listed_or_entered(request, staff, form, context)
    except Refused as refused:
        page = render(request, "cases/calendar.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)


def _listed_or_entered(request: HttpRequest, staff: Staff, form: DaysForm, context: dict[str, Any]) -> HttpResponse:
    entry, on = form.entry(), today()
    if "confirm" in request.POST and form.read():
        change_days(entry, why=form.cleaned_data["why"], by=staff, on=on)
        messages.success(request, "日历已经调整，有关期限正在后台重新计算，每个移动了的期限都在办理记录里。")
        return redirect("cases:calendar")
    moves = moves_with(entry, staff, on)
    again = DaysForm({**request.POST.dict(), "shown": form.asked})
    return render(request, "cases/calendar.html", {**context, "form": again, "preview": preview_of(moves)})


def preview_of(moves: Moves) -> dict[str, Any]:
    """Return what would move, as the form shows it."""
    return {
        "count": moves.count if moves.whole else f"{moves.count}+",
        "lines": [_move(move) for move in moves.listed],
        "whole": moves.whole,
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "number": move.number or "（不显示编号）",
        "duty": Duty(move.clock.duty).label,
        "former": move.former,
        "due_on": move.due_on,
    }


def _frame() -> dict[str, Any]:
    days = [{"on": each.on, "kind": DayKind(each.kind).label, "name": each.name} for each in entered_days(today())]
    changes = [
        {
            "first": each.value["first"],
            "last": each.value["last"],
            "kind": DayChange(each.value["kind"]).label,
            "name": each.value["name"],
            "by": each.set_by.name,
            "at": each.set_at,
            "why": each.why,
        }
        for each in changes_of_days()
    ]
    return {"days": days, "changes": changes}
