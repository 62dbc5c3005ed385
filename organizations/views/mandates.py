"""Acting for somebody: named, used and ended on one's own account page."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.forms import MandateForm
from organizations.journal.noting import note
from organizations.journal.verbs import MANDATE_USED
from organizations.mandates import ACTING, acting_for, confirm_day, end_mandate, give_mandate
from organizations.views.people import account_page, member, self_of


@require_POST
@staff_only
def give(request: HttpRequest) -> HttpResponse:
    """Name somebody who acts for me; what is refused is said beside what was typed."""
    me = self_of(request)
    form = MandateForm(me, request.POST)
    if not form.is_valid():
        return account_page(request, mandate_form=form)
    try:
        given = give_mandate(**form.cleaned_data, person=me, by=me)
    except Refused as refused:
        return RefusedAnswer(account_page(request, mandate_form=form, refused=refused).content, refused)
    messages.success(request, f"已指定{given.hand.name}从{given.from_day}至{given.to_day}代您办理，可以随时结束。")
    return redirect("account")


@require_POST
@staff_only
def end(request: HttpRequest, mandate_id: int) -> HttpResponse:
    """End a mandate that I gave or hold. Raises Refused not_found."""
    end_mandate(mandate_id, by=self_of(request))
    messages.success(request, "代办已结束，立即生效。")
    return redirect("account")


@require_POST
@staff_only
def use(request: HttpRequest, mandate_id: int) -> HttpResponse:
    """Act for the person of a mandate from now on. Raises Refused not_found."""
    me = self_of(request)
    person = acting_for(me, mandate_id)
    if person is None:
        raise Refused("not_found", "没有这项代办，或者不在有效期内。")
    note(MANDATE_USED, by=me, at=person.unit, person=person.pk)
    request.session[ACTING] = mandate_id
    messages.success(request, f"现在代{person.name}办理，办理记录同时写明两个人的姓名。")
    return redirect("/")


@require_POST
@staff_only
def confirm(request: HttpRequest, mandate_id: int) -> HttpResponse:
    """Confirm what my liaison entered on a day. Raises Refused: not_found, date_invalid."""
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        raise Refused("date_invalid", "请写明确认哪一天，例如 2026-03-02。") from None
    confirm_day(mandate_id, on, by=member(request))
    messages.success(request, f"已确认{on}由联络员代办的事项。")
    return redirect("account")


@require_POST
@staff_only
def stop(request: HttpRequest) -> HttpResponse:
    """Be myself again."""
    request.session.pop(ACTING, None)
    messages.success(request, "已回到本人的工作台。")
    return redirect("/")
