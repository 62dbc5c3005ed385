"""当天文书交后台打印: asked for on a page of its own, once there are reasons to see the names."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.lists.day_letters import Day, assert_any, day_rows
from cases.printing.day_print import start_day_print
from cases.views.letter_files import day_asked, day_or_question
from kit.web import staff_only


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def day_print(request: HttpRequest) -> HttpResponse:
    """Say how many letters of a day will be printed, and ask the worker for them.

    Raises Refused: not_permitted, not_found, day_unclear, reason_needed, too_many_jobs.
    """
    staff, form = day_asked(request)
    on, kind = form.asked
    if request.method == "POST" and "start" in request.POST:
        start_day_print(staff, on, kind)
        messages.success(request, "已交后台打印，完成后在这里下载。")
        return redirect("jobs")
    day = assert_any(Day(on, kind, list(day_rows(staff, on, kind)), more=False))
    return day_or_question(
        request,
        day,
        day.letters,
        lambda ways: render(request, "cases/day_print.html", {"day": day, "count": len(ways)}),
    )
