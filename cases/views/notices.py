"""A notice that was read leaves the desk; what a recount moved is read leg by leg."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.lists.notices import mark_moved_read, moved_by
from cases.record.notices import mark_read
from kit.web import from_htmx, staff_only
from organizations.calendar_days import change_words
from organizations.views.people import member


@require_POST
@staff_only
def read_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Take one of my notices off my desk; another person's does not exist for me, and stays."""
    mark_read(member(request), notice_id)
    return HttpResponse("") if from_htmx(request) else redirect("cases:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def moved_dates(request: HttpRequest, change: int) -> HttpResponse:
    """Show what one change of the calendar moved for me; take it off my desk. Raises Refused not_found."""
    staff = member(request)
    if request.method == "POST":
        mark_moved_read(staff, change)
        return redirect("cases:desk")
    return render(request, "cases/moved_dates.html", {"lines": moved_by(staff, change), "why": change_words(change)})
