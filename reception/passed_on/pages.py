"""登记来件 and its numbers: a page of registration, the number of a case that is there already, one number."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.intake_page import IntakePageForm
from cases.models import Case
from cases.record_steps import made_page, step_buttons, step_named, step_page
from cases.views.intake_page import IntakePage, intake_answer
from kit.days import day_words
from kit.web import staff_only
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import PassedOn, PassedOnState
from reception.on_case import whole_case
from reception.passed_on.actions import link_number
from reception.passed_on.forms import STEPS, LinkForm, PassedOnPageForm
from reception.passed_on.reading import passed_on_of
from reception.senders.reading import active_senders, named_in


def _from_the_sender(request: HttpRequest, staff: Staff) -> dict[str, Any]:
    found = named_in(active_senders(staff), request.GET.get("sender", ""))
    # How the citizen turned to them is chosen by whoever reads it.
    return {"channel": "", **({"page_sender": found.pk} if found else {})}


def _link(staff: Staff, case: Case, form: IntakePageForm) -> None:
    assert isinstance(form, PassedOnPageForm)
    link_number(form.sender, case, form.given.number, by=staff)


PASSED_ON = IntakePage(
    url_name="reception:passed_on_new",
    template="reception/passed_on.html",
    fields="reception/_passed_on_fields.html",
    form=PassedOnPageForm,
    keeps=("sender",),
    given=_from_the_sender,
    after=_link,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def passed_on_new(request: HttpRequest) -> HttpResponse:
    """Register what was passed on. Raises Refused not_permitted."""
    return intake_answer(request, PASSED_ON)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def link_new(request: HttpRequest, case_id: int) -> HttpResponse:
    """Write down under which number a sender passed a case on. Raises Refused: not_found, not_permitted."""
    case = whole_case(member(request), case_id)
    staff = assert_registers(member(request))
    form = LinkForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "登记来件编号", lambda typed: link_number(case=case, by=staff, **typed))


@require_safe
@staff_only
def passed_on_page(request: HttpRequest, passed_on_id: int) -> HttpResponse:
    """Show one number of a sender. Raises Refused not_found."""
    staff = member(request)
    row = passed_on_of(staff, passed_on_id)
    state = PassedOnState(row.state)
    context = {
        "title": f"来件编号{row.number}",
        "back": {"url": row.sender.get_absolute_url(), "label": row.sender.name},
        "state": {"label": state.label, "tone": "moving" if state is PassedOnState.LINKED else "stopped"},
        "facts": _facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:passed_on_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def passed_on_step(request: HttpRequest, passed_on_id: int, step: str) -> HttpResponse:
    """Take one step of a number. Raises Refused: not_found, and as the step does."""
    row = passed_on_of(member(request), passed_on_id)
    return step_page(request, step_named(STEPS, step), row, f"{row.sender.name}，编号{row.number}")


def _facts(row: PassedOn) -> list[dict[str, Any]]:
    facts = [
        {"label": "来件渠道", "value": row.sender.name, "url": row.sender.get_absolute_url()},
        {"label": "对方编号", "value": row.number},
        {"label": "信访件", "value": row.case.number, "url": reverse("cases:case", args=[row.case_id])},
        {"label": "登记", "value": f"{day_words(row.linked_on)}，{row.linked_by.name}"},
        {"label": "对方记载", "value": row.remark, "wide": True},
    ]
    return [fact for fact in facts if fact["value"]]
