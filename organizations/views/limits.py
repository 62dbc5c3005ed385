"""期限标准: the periods in force and the local versions; the system administrator adds one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from law.deadlines import PERIODS
from law.errors import Refused
from organizations.authority import holdings
from organizations.forms import LimitsForm
from organizations.limits import add_limits, legal_limits
from organizations.local_rules import local_lines
from organizations.models import LimitVersion
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def limits(request: HttpRequest) -> HttpResponse:
    """Show every period as it stands today, the versions, and to the administrator the form of a new one."""
    staff, on = member(request), today()
    form = LimitsForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            added = add_limits(**form.arguments(), by=staff, on=on)
            messages.success(request, f"期限标准“{added.name}”自{added.valid_from}起施行。")
            return redirect("limits")
        except Refused as said:
            if said.code == "not_permitted":
                raise
            refused = said
    rules = legal_limits().on(on)
    rows = [
        {
            "duty": duty,
            "period": period,
            "days": rules.overrides.get(duty, period.days),
            "stricter": duty in rules.overrides,
        }
        for duty, period in PERIODS.items()
    ]
    context = {
        "rows": rows,
        "rules": rules,
        "local": local_lines(rules),
        "versions": LimitVersion.objects.order_by("-valid_from"),
        "refused": refused,
        "form": form if holdings(staff, Right.MANAGE_UNITS) else None,
    }
    status = 422 if form.errors or refused else 200
    return render(request, "organizations/limits.html", context, status=status)
