"""咨询登记: a list, one, entering one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from cases.sight.out_of_reach import key_of
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.consultations.actions import consult
from reception.consultations.forms import STEPS, ConsultForm
from reception.consultations.presenting import (
    COLUMNS,
    consultation_badge,
    consultation_facts,
    consultation_line,
    register_url,
)
from reception.consultations.reading import ConsultationList, consultation_of, page_of_consultations
from reception.envelopes.reading import assert_registers


@require_safe
@staff_only
def consultation_list(request: HttpRequest) -> HttpResponse:
    """List consultations. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on = assert_registers(member(request)), today()
    what = request.GET.get("list", ConsultationList.MINE.value)
    page = page_of_consultations(staff, what, on, **turn_asked(request.GET))
    context = {
        "tabs": tabs(ConsultationList, what),
        "columns": COLUMNS,
        "lines": [consultation_line(row, on) for row in page.rows],
        "nothing": {"title": "没有咨询", "text": "只问情况、不提投诉请求的，按“咨询登记”。", "icon": "chat"},
        **page.turns(list=what),
    }
    return render(request, "reception/consultations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def consultation_new(request: HttpRequest) -> HttpResponse:
    """Enter a consultation. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    given: dict[str, Any] = {"initial": {"ticket": key_of(request.GET.get("ticket"))}}
    form = ConsultForm(request.POST, by=staff) if request.method == "POST" else ConsultForm(by=staff, **given)
    return made_page(request, form, "咨询登记", lambda typed: consult(by=staff, **typed))


@require_safe
@staff_only
def consultation_page(request: HttpRequest, consultation_id: int) -> HttpResponse:
    """Show one consultation. Raises Refused not_found."""
    staff = member(request)
    row = consultation_of(staff, consultation_id)
    context = {
        "title": "咨询登记",
        "back": {"url": reverse("reception:consultations"), "label": "咨询登记"},
        "state": consultation_badge(row),
        "facts": consultation_facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:consultation_step"),
        "register_url": register_url(row),
        **record_panels(row),
    }
    return render(request, "reception/consultation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def consultation_step(request: HttpRequest, consultation_id: int, step: str) -> HttpResponse:
    """Take one step of a consultation. Raises Refused: not_found, and as the step does."""
    row = consultation_of(member(request), consultation_id)
    return step_page(request, step_named(STEPS, step), row, f"{row.asked_on}的咨询")
