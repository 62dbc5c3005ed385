"""期限计算器, for everybody: no account, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from law.errors import Refused
from law.vocabulary import Duty
from organizations.calculator import as_days, calculate, offered
from organizations.today import today


@require_safe
def calculator(request: HttpRequest) -> HttpResponse:
    """Show the form, and below it the date that was asked for, day by day, or what is wrong with the question."""
    code, starts_on = request.GET.get("code", ""), request.GET.get("starts_on", "")
    context = {
        "duties": offered(),
        "code": code or str(Duty.HANDLE_60D),
        "starts_on": starts_on if code else starts_on or today().isoformat(),
        "days": request.GET.get("days", ""),
    }
    if not code:
        return render(request, "organizations/calculator.html", context)
    try:
        found = calculate(code, starts_on, request.GET.get("days") or None)
    except Refused as refused:
        return render(request, "organizations/calculator.html", {**context, "refused": refused}, status=422)
    told = {"found": found, "counted": as_days(found)}
    return render(request, "organizations/calculator.html", {**context, **told})
