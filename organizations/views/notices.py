"""A line about a record of a room: opened, it leaves the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from kit.web import staff_only
from organizations.record_notices import open_notice
from organizations.views.people import member


@require_safe
@staff_only
def record_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Go to what one of my lines is about. Raises Refused not_found."""
    return redirect(open_notice(member(request), notice_id))
