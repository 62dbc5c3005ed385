"""矛盾纠纷: filed on a phone, the list, one of them with its steps; what accuses goes to the sealed desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import step_buttons, step_named, step_page
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.record_page import record_panels
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from screening.disputes import presenting as shown
from screening.disputes.accusing import pass_to_sealed_desk
from screening.disputes.filing import file_dispute
from screening.disputes.forms import AccusationForm, DisputeForm
from screening.disputes.reading import DisputeList, cases_of, dispute_of, page_of_disputes
from screening.disputes.repeats import earlier_ones
from screening.disputes.steps import STEPS
from screening.models.words import DisputeState
from screening.people import assert_reads, own_units, reports_anywhere, unit_at

_NEW = "screening/dispute_new.html"


@require_safe
@staff_only
def dispute_list(request: HttpRequest) -> HttpResponse:
    """List disputes within reach. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on = assert_reads(member(request)), today()
    what = request.GET.get("list", DisputeList.OPEN.value)
    page = page_of_disputes(staff, what, on, **turn_asked(request.GET))
    context = {
        "title": "矛盾纠纷",
        "tabs": tabs(DisputeList, what),
        "links": [{"url": reverse("screening:dispute_sheet"), "label": "导入台账"}] if reports_anywhere(staff) else [],
        "columns": shown.COLUMNS,
        "lines": [shown.line(row, on) for row in page.rows],
        "nothing": {"title": "没有矛盾纠纷", "text": "在“排查填报”里登记。", "icon": "ok"},
        **page.turns(list=what),
    }
    return render(request, "screening/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def dispute_new(request: HttpRequest) -> HttpResponse:
    """File a dispute of one's unit, or on the phone for a village below. Raises Refused: not_permitted, not_found."""
    staff = member(request)
    unit = _unit(request, staff)
    form = DisputeForm(*_sent(request), by=staff, unit=unit)
    context = {"title": "登记矛盾纠纷", "form": form, "unit": unit, **shown.new_urls(unit.pk)}
    if request.method != "POST":
        return render(request, _NEW, context)
    if not form.is_valid():
        return render(request, _NEW, context, status=422)
    try:
        row = file_dispute(unit, form.said(), client_id=form.cleaned_data["client_id"], by=staff)
    except Refused as refused:
        return RefusedAnswer(render(request, _NEW, {**context, "refused": refused}).content, refused)
    where = f"记入{row.round.label}" if row.round else "本期已锁定，作为期外登记"
    messages.success(request, f"已登记{row.number}，{where}。")
    return redirect(row)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def accusation_new(request: HttpRequest) -> HttpResponse:
    """Pass on what accuses one's own village or town; nothing of it stays here (Art. 30). Raises Refused: not_found."""
    staff = member(request)
    unit = _unit(request, staff)
    form = AccusationForm(*_sent(request), by=staff)
    context = {"title": "反映本村（社区）、本镇的问题", "form": form, "unit": unit, "sealed": True}
    if request.method != "POST":
        return render(request, _NEW, context)
    if not form.is_valid():
        return render(request, _NEW, context, status=422)
    try:
        accuse(staff, unit, form)
    except Refused as refused:
        return RefusedAnswer(render(request, _NEW, {**context, "refused": refused}).content, refused)
    messages.success(request, "已转检举控告专管员。按规定，您这里不再显示。")
    return redirect("screening:home")


def accuse(staff: Staff, unit: Unit, form: AccusationForm) -> None:
    """Pass on what was typed: both doors do. Raises Refused as `pass_to_sealed_desk`."""
    typed: dict[str, Any] = form.cleaned_data
    accused = unit.parent if typed["accused"] == "above" and unit.parent else unit
    pass_to_sealed_desk(
        unit, facts=typed["facts"], accused=accused, client_id=typed["client_id"], name=typed["name"], by=staff
    )


@require_safe
@staff_only
def dispute_page(request: HttpRequest, dispute_id: int) -> HttpResponse:
    """Show one dispute. Raises Refused not_found."""
    staff = member(request)
    row = dispute_of(staff, dispute_id)
    became = cases_of(staff, [row.pk]).get(row.pk)
    open_now = row.state in (DisputeState.OPEN, DisputeState.PASSED)
    hand_offs = list(row.hand_offs.select_related("from_unit", "to_unit"))
    context = {
        "title": f"矛盾纠纷{row.number}",
        "back": {"url": reverse("screening:disputes"), "label": "矛盾纠纷"},
        "state": shown.badge(row),
        "facts": shown.facts_of(row, staff, became),
        "buttons": step_buttons(STEPS, row, staff, "screening:dispute_step"),
        "hand_offs": shown.hand_off_lines(hand_offs),
        "judgements": shown.judgement_lines(list(row.judgements.select_related("person", "by"))),
        "earlier": shown.earlier_lines(earlier_ones(row, staff, today())) if open_now else [],
        **record_panels(row),
    }
    return render(request, "screening/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def dispute_step(request: HttpRequest, dispute_id: int, step: str) -> HttpResponse:
    """Take one step of a dispute. Raises Refused: not_found, and as the step does."""
    row = dispute_of(member(request), dispute_id)
    return step_page(request, step_named(STEPS, step), row, f"{row.number}　{shown.where(row)}")


def _unit(request: HttpRequest, staff: Staff) -> Unit:
    asked = request.GET.get("unit", "")
    if asked.isdecimal():
        return unit_at(staff, int(asked), Right.REPORT_SCREENING)
    own = own_units(assert_reads(staff))
    if not own:
        raise Refused("not_permitted", "请在“排查情况”里选择替哪个村（社区）登记。")
    return unit_at(staff, own[0].pk, Right.REPORT_SCREENING)


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)
