"""A notice that was read leaves the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.record.notices import mark_read
from kit.web import from_htmx, staff_only
from organizations.views.people import member


@require_POST
@staff_only
def read_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Take one of my notices off my desk; another person's does not exist for me, and stays."""
    mark_read(member(request), notice_id)
    return HttpResponse("") if from_htmx(request) else redirect("cases:desk")
