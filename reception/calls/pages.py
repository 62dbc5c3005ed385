"""登记来电, 回电, 通话录音."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.intake_page import IntakePageForm
from cases.lists.turns import tabs, turn_asked
from cases.models import Case
from cases.record_steps import made_page, step_buttons, step_named, step_page
from cases.views.intake_page import IntakePage, intake_answer
from kit.web import staff_only
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from reception.calls.actions import plan_call_back, write_call
from reception.calls.forms import CALL_STEPS, RECORDING_STEPS, CallPageForm, PlanForm
from reception.calls.presenting import (
    CALL_COLUMNS,
    RECORDING_COLUMNS,
    call_badge,
    call_facts,
    call_line,
    recording_facts,
    recording_line,
)
from reception.calls.reading import CallList, call_of, page_of_calls, page_of_recordings, recording_of
from reception.envelopes.reading import assert_registers
from reception.models import RecordingState
from reception.on_case import whole_case


def _write_call(staff: Staff, case: Case, form: IntakePageForm) -> None:
    assert isinstance(form, CallPageForm)
    write_call(case, form.call, by=staff)


CALL = IntakePage(
    url_name="reception:call_new",
    template="reception/call.html",
    fields="reception/_call_fields.html",
    form=CallPageForm,
    channel=Channel.CALL,
    after=_write_call,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def call_new(request: HttpRequest) -> HttpResponse:
    """Register a call while one listens. Raises Refused not_permitted."""
    return intake_answer(request, CALL)


@require_safe
@staff_only
def call_list(request: HttpRequest) -> HttpResponse:
    """List calls back. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, on = assert_registers(member(request)), today()
    what = request.GET.get("list", CallList.MINE.value)
    page = page_of_calls(staff, what, on, **turn_asked(request.GET))
    context = {
        "title": "回电",
        "tabs": tabs(CallList, what),
        "columns": CALL_COLUMNS,
        "lines": [call_line(row, on) for row in page.rows],
        "nothing": {"title": "没有要回的电话", "text": "登记来电时，或者在信访件页面上约定回电。", "icon": "phone"},
        **page.turns(list=what),
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def call_back_new(request: HttpRequest, case_id: int) -> HttpResponse:
    """Say who calls the petitioner of a case back. Raises Refused: not_found, not_permitted."""
    case = whole_case(member(request), case_id)
    staff = assert_registers(member(request))
    form = PlanForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "约定回电", lambda typed: plan_call_back(case.pk, by=staff, **typed))


@require_safe
@staff_only
def call_page(request: HttpRequest, call_id: int) -> HttpResponse:
    """Show one call back. Raises Refused not_found."""
    staff = member(request)
    row = call_of(staff, call_id)
    context = {
        "title": "回电",
        "back": {"url": reverse("reception:call_backs"), "label": "回电"},
        "state": call_badge(row),
        "facts": call_facts(row),
        "buttons": step_buttons(CALL_STEPS, row, staff, "reception:call_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def call_step(request: HttpRequest, call_id: int, step: str) -> HttpResponse:
    """Take one step of a call back. Raises Refused: not_found, and as the step does."""
    row = call_of(member(request), call_id)
    return step_page(request, step_named(CALL_STEPS, step), row, f"信访件{row.case.number}")


@require_safe
@staff_only
def recording_list(request: HttpRequest) -> HttpResponse:
    """List the recordings that are kept. Raises Refused: not_permitted, key_broken."""
    page = page_of_recordings(assert_registers(member(request)), **turn_asked(request.GET))
    context: dict[str, Any] = {
        "title": "通话录音",
        "lead": "录音存放在电话系统里，这里只登记编号、告知和保存期限；期满先在电话系统里删除，再登记。",
        "columns": RECORDING_COLUMNS,
        "lines": [recording_line(row) for row in page.rows],
        "nothing": {"title": "没有保存中的录音", "text": "登记来电时填写录音编号。", "icon": "phone"},
        **page.turns(),
    }
    return render(request, "reception/list.html", context)


@require_safe
@staff_only
def recording_page(request: HttpRequest, recording_id: int) -> HttpResponse:
    """Show one recording. Raises Refused not_found."""
    staff = member(request)
    row = recording_of(staff, recording_id)
    state = RecordingState(row.state)
    context = {
        "title": "通话录音",
        "back": {"url": reverse("reception:recordings"), "label": "通话录音"},
        "state": {"label": state.label, "tone": "moving" if state is RecordingState.KEPT else "closed"},
        "facts": recording_facts(row),
        "buttons": step_buttons(RECORDING_STEPS, row, staff, "reception:recording_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def recording_step(request: HttpRequest, recording_id: int, step: str) -> HttpResponse:
    """Take one step of a recording. Raises Refused: not_found, and as the step does."""
    row = recording_of(member(request), recording_id)
    return step_page(request, step_named(RECORDING_STEPS, step), row, f"录音{row.number}")
