"""为什么能看到: the auditor asks about one account and one case; nothing of the case is shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.forms.why_seen import WhySeenForm
from cases.reading.why_seen import assert_auditor, why_seen
from kit.web import staff_only
from law.errors import Refused
from organizations.views.people import member


@require_safe
@staff_only
def why_seen_page(request: HttpRequest) -> HttpResponse:
    """Show the form, and the answer to what it asks. Raises Refused not_permitted."""
    staff = member(request)
    assert_auditor(staff)
    form = WhySeenForm(request.GET or None)
    context: dict[str, Any] = {"form": form, "answer": None, "refused": None}
    if form.is_bound and form.is_valid():
        try:
            context["answer"] = why_seen(form.cleaned_data["case"], form.cleaned_data["account"], by=staff)
        except Refused as refused:
            context["refused"] = refused
    status = 422 if form.errors or context["refused"] else 200
    return render(request, "cases/why_seen.html", context, status=status)
