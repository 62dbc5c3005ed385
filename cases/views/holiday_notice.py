"""按放假通知录入: a whole notice is read, what it changes and moves is shown, then it is entered, all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.actions.recounting import change_all_days, moves_with_all
from cases.forms.holiday_notice import HolidayNoticeForm
from cases.importing.notice_text import notice_text
from cases.views.calendar import preview_of
from kit.web import staff_only
from law.errors import Refused
from organizations.calendar_days import DayEntry
from organizations.holiday_notice import changes_in
from organizations.models import Staff
from organizations.settings_in_force import assert_manager
from organizations.today import today
from organizations.views.people import member
from organizations.working_days import working_calendar

_PAGE = "cases/holiday_notice.html"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def holiday_notice(request: HttpRequest) -> HttpResponse:
    """Take the lines of a notice, show what they change and move, then enter them. Raises Refused not_permitted."""
    staff = assert_manager(member(request))
    if request.method != "POST":
        return render(request, _PAGE, {"form": HolidayNoticeForm()})
    typed, refused = _typed(request)
    form = HolidayNoticeForm(typed)
    if refused:
        form.add_error("file", refused.message)
    if not form.is_valid():
        return render(request, _PAGE, {"form": form}, status=422)
    if "confirm" in request.POST and form.read():
        change_all_days(form.entries, why=form.cleaned_data["why"], by=staff, on=today())
        messages.success(request, "放假安排已经录入，有关期限正在后台重新计算，每个移动了的期限都在办理记录里。")
        return redirect("cases:calendar")
    return _shown(request, staff, form)


def _typed(request: HttpRequest) -> tuple[dict[str, Any], Refused | None]:
    """Return what was typed, with the lines of the file where one came; one that cannot be read loses nothing."""
    typed: dict[str, Any] = request.POST.dict()
    upload = request.FILES.get("file")
    try:
        return {**typed, "days": notice_text(upload)} if upload else typed, None
    except Refused as refused:
        return typed, refused


def _shown(request: HttpRequest, staff: Staff, form: HolidayNoticeForm) -> HttpResponse:
    again = HolidayNoticeForm({**form.cleaned_data, "shown": form.cleaned_data["days"]})
    preview = preview_of(moves_with_all(form.entries, staff, today()))
    return render(request, _PAGE, {"form": again, "preview": preview, "entries": _entries(form.entries)})


def _entries(entries: list[DayEntry]) -> list[dict[str, Any]]:
    calendar = working_calendar()
    return [
        {"first": entry.first, "last": entry.last, "kind": entry.kind.label, "name": entry.name}
        | {"number": len(entry.days), "changed": changes_in(entry, calendar)}
        for entry in entries
    ]
