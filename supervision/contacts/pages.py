"""Pages of contact points with their printable card, of pledges with their check, and one's own diary."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.contacts.forms import CheckForm, DiaryForm, PledgeForm, PointForm, TargetForm
from supervision.contacts.reading import diary, pledge_of, pledges, point_of, points
from supervision.contacts.working import (
    ADD_TARGET,
    CHECK,
    END_POINT,
    SIGN,
    add_target,
    check_target,
    draft_pledge,
    end_point,
    make_point,
    sign_pledge,
    write_line,
)
from supervision.models import Pledge
from supervision.models.contacts import DiarySource, PledgeState

_FORM = "supervision/contacts/form.html"


def _assert_works(staff: Staff, right: Right, who: str) -> Staff:
    if not holdings(staff, right):
        raise Refused("not_permitted", f"{who}可在“权限一览”查看谁可以办理。")
    return staff


@require_safe
@staff_only
def contact_points(request: HttpRequest) -> HttpResponse:
    """List who keeps in touch with which town or village."""
    staff, on = member(request), today()
    lines = [{"point": row, "ends": END_POINT.refusal(row, staff, on) is None, "who": row.who} for row in points(staff)]
    context = {"lines": lines, "makes": bool(holdings(staff, Right.KEEP_CONTACT_POINTS))}
    return render(request, "supervision/contacts/points.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def contact_new(request: HttpRequest) -> HttpResponse:
    """Let somebody keep in touch with a place. Raises Refused not_permitted."""
    staff = _assert_works(member(request), Right.KEEP_CONTACT_POINTS, "挂点联系由督查员、协调员和乡镇确定。")
    form = PointForm(request.POST if request.method == "POST" else None, by=staff)
    back = reverse("supervision:contact_points")
    return _edited(request, "确定挂点联系", form, back, lambda: make_point(by=staff, **form.cleaned_data), back)


@require_safe
@staff_only
def contact_card(request: HttpRequest, point_id: int) -> HttpResponse:
    """Show the contact card of an official, to be printed. Raises Refused not_found."""
    point = point_of(member(request), point_id)
    return render(request, "supervision/contacts/card.html", {"point": point, "who": point.who})


@require_POST
@staff_only
def contact_end(request: HttpRequest, point_id: int) -> HttpResponse:
    """End a contact point. Raises Refused: not_found, not_permitted, wrong_state."""
    staff = member(request)
    end_point(point_of(staff, point_id), by=staff)
    messages.success(request, "挂点联系已结束。")
    return redirect("supervision:contact_points")


@require_safe
@staff_only
def pledge_list(request: HttpRequest) -> HttpResponse:
    """List the pledges of the district."""
    staff = member(request)
    lines = [{"pledge": row, "state": PledgeState(row.state).label} for row in pledges(staff)]
    context = {"lines": lines, "makes": bool(holdings(staff, Right.MANAGE_OWNERSHIP))}
    return render(request, "supervision/contacts/pledges.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def pledge_new(request: HttpRequest) -> HttpResponse:
    """Draft a pledge. Raises Refused not_permitted."""
    staff = _assert_works(member(request), Right.MANAGE_OWNERSHIP, "责任状由督查员、协调员起草。")
    form = PledgeForm(request.POST if request.method == "POST" else None, by=staff)
    return _edited(
        request,
        "起草责任状",
        form,
        reverse("supervision:pledges"),
        lambda: draft_pledge(form.cleaned_data["unit"], form.cleaned_data["year"], by=staff),
    )


@require_safe
@staff_only
def pledge(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Show a pledge with its targets and what may be done with it. Raises Refused not_found."""
    staff, on = member(request), today()
    found = pledge_of(staff, pledge_id)
    checks = CHECK.refusal(found, staff, on) is None
    context = {
        "pledge": found,
        "state": PledgeState(found.state).label,
        "targets": [
            {"row": row, "form": CheckForm(initial={"target": row.pk}, prefix="") if checks else None}
            for row in found.targets.all()
        ],
        "target_form": TargetForm() if ADD_TARGET.refusal(found, staff, on) is None else None,
        "signs": SIGN.refusal(found, staff, on) is None,
        **record_panels(found),
    }
    return render(request, "supervision/contacts/pledge.html", context)


@require_POST
@staff_only
def pledge_target(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Add a target. Raises Refused: not_found; else as `add_target`."""
    staff, form = member(request), TargetForm(request.POST)
    found = pledge_of(staff, pledge_id)
    return _on_pledge(request, found, "增加指标", form, lambda: add_target(found, **form.cleaned_data, by=staff))


@require_POST
@staff_only
def pledge_check(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Enter what was reached at half time. Raises Refused: not_found; else as `check_target`."""
    staff, form = member(request), CheckForm(request.POST)
    found = pledge_of(staff, pledge_id)
    return _on_pledge(request, found, "半年检查", form, lambda: check_target(found, **form.cleaned_data, by=staff))


@require_POST
@staff_only
def pledge_sign(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Sign a pledge. Raises Refused: not_found; else as `sign_pledge`."""
    staff = member(request)
    return redirect(sign_pledge(pledge_of(staff, pledge_id), by=staff))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def my_diary(request: HttpRequest) -> HttpResponse:
    """Show one's own diary, and write a line of it. Raises Refused not_permitted."""
    staff = _assert_works(member(request), Right.WORK_OWNED, "民情日记由办理人员记。")
    form = DiaryForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "lines": diary(staff)}
    page = "supervision/contacts/diary.html"
    if not form.is_bound:
        return render(request, page, context)
    if not form.is_valid():
        return render(request, page, context, status=422)
    typed = {**form.cleaned_data, "source": DiarySource(form.cleaned_data["source"])}
    try:
        write_line(**typed, by=staff)
    except Refused as refused:
        return RefusedAnswer(render(request, page, {**context, "refused": refused}).content, refused)
    return redirect("supervision:diary")


def _on_pledge(
    request: HttpRequest, found: Pledge, title: str, form: forms.Form, save: Callable[[], Pledge]
) -> HttpResponse:
    return _edited(request, title, form, found.get_absolute_url(), save)


def _edited(
    request: HttpRequest, title: str, form: forms.Form, back: str, save: Callable[[], Any], onward: str = ""
) -> HttpResponse:
    context: dict[str, Any] = {"title": title, "form": form, "back_url": back}
    if not form.is_bound:
        return render(request, _FORM, context)
    if not form.is_valid():
        return render(request, _FORM, context, status=422)
    try:
        saved = save()
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)
    messages.success(request, f"已{title}。")
    return redirect(onward or saved)
