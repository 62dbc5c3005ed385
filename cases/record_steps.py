"""The steps of a record as both doors take them, and the pages that every step has: for the records of all topics."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework.request import Request

from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.base import ActForm
from kit.web import RefusedAnswer, from_htmx, show
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.models.record import Record
from organizations.recording import Move
from organizations.today import today
from organizations.views.people import member

READING = dict.fromkeys((401, 403, 404, 422), ProblemShape)
WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form without a record takes what registering takes: no ids, no version; one on a record also the version seen.
NEW, ON_A_RECORD = Act.REGISTER, Act.CORRECT
_WHOLE, _FRAGMENT, _NEW_PAGE = "cases/record_step.html", "cases/_record_step.html", "cases/record_new.html"
# What is not for this person, or not for now, is not offered.
_HIDDEN = ("not_permitted", "wrong_state")


class RecordForm(ActForm):
    """A form on a record, or of a new one: what an act on a case names besides is left out."""

    def arguments(self) -> dict[str, Any]:
        """Return what was typed as the keyword arguments of the action."""
        return {name: value for name, value in super().arguments().items() if name not in ("leg_id", "hand_off_id")}


def _nothing_more(_record: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Step:
    """One step of a record: its door's label, form, action and move, and what is said once it is done.

    ``hides``: refusals of its condition for which it is not offered at all. ``given(record)``: what its form wants to know besides.
    """

    label: str
    form: type[RecordForm]
    action: Callable[..., Any]
    move: Move
    said: str
    hides: tuple[str, ...] = ()
    given: Callable[[Any], dict[str, Any]] = _nothing_more


Steps = Mapping[str, Step]


def step_named(steps: Steps, name: str) -> Step:
    """Return a step by its name. Raises Refused not_found."""
    if name not in steps:
        raise Refused("not_found", "没有这一步。")
    return steps[name]


def step_page(request: HttpRequest, step: Step, record: Record, intro: str) -> HttpResponse:
    """Show the form of a step, or take it; a refusal stands over what was typed. Raises Refused: it is not open now."""
    staff = member(request)
    if refused := step.move.refusal(record, staff, today()):
        raise refused
    form = _form(step, record, staff, request)
    context = _context(request, step, form, record, intro)
    if request.method != "POST":
        return show(request, _WHOLE, _FRAGMENT, context)
    if not form.is_valid():
        return show(request, _WHOLE, _FRAGMENT, context, status=422)
    try:
        step.action(record, by=staff, **form.arguments())
    except Refused as now_refused:
        page = show(request, _WHOLE, _FRAGMENT, {**context, "refused": now_refused})
        return RefusedAnswer(page.content, now_refused)
    messages.success(request, step.said)
    return _back(request, record)


def _form(step: Step, record: Record, by: Staff, request: HttpRequest) -> RecordForm:
    if request.method == "POST":
        return step.form(request.POST, request.FILES, by=by, **step.given(record))
    return step.form(by=by, initial={"seen": record.version}, **step.given(record))


def _context(request: HttpRequest, step: Step, form: RecordForm, record: Record, intro: str) -> dict[str, Any]:
    return {
        "title": step.label,
        "post_url": request.path,
        "form": form,
        "intro": intro,
        "hint": form.hint,
        "tone": "grave" if form.danger else "primary",
        "back_url": record.get_absolute_url(),
    }


def _back(request: HttpRequest, record: Record) -> HttpResponse:
    if not from_htmx(request):
        return redirect(record.get_absolute_url())
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = record.get_absolute_url()
    return answer


def step_buttons(steps: Steps, record: Record, staff: Staff, url_name: str) -> list[dict[str, Any]]:
    """Return the steps that this person may take now, as components/act_button.html shows them; closed ones say why."""
    found = [(name, step, refused) for name, step, refused in _asked(steps, record, staff, today())]
    return [
        {
            "label": step.label,
            "url": reverse(url_name, args=[record.pk, name]),
            "tone": "grave" if step.form.danger else "plain" if place else "primary",
            "why_not": refused.message if refused else "",
        }
        for place, (name, step, refused) in enumerate(found)
    ]


def _asked(steps: Steps, record: Record, staff: Staff, on: date) -> list[tuple[str, Step, Refused | None]]:
    asked = [(name, step, step.move.refusal(record, staff, on)) for name, step in steps.items()]
    return [each for each in asked if each[2] is None or each[2].code not in (*_HIDDEN, *each[1].hides)]


def take_step(request: Request, step: Step, record: Record, by: Staff) -> None:
    """Take a step for a program. Raises Refused: input_invalid, and as the step does."""
    typed = checked(ON_A_RECORD, step.form, request.data, by=by, **step.given(record)).arguments()
    step.action(record, by=by, **typed)


def bodies_of(steps: Steps, name: str) -> PolymorphicProxySerializer:
    """Return the schema of the bodies of all steps of a record: each has its own."""
    shapes = [serializer_of(ON_A_RECORD, step.form, f"{name}{_camel(slug)}") for slug, step in steps.items()]
    return PolymorphicProxySerializer(component_name=name, serializers=shapes, resource_type_field_name=None)


def _camel(slug: str) -> str:
    return slug.title().replace("-", "")


def made_page(
    request: HttpRequest, form: RecordForm, title: str, make: Callable[[dict[str, Any]], Record]
) -> HttpResponse:
    """Show the form of a new record, or make it; a refusal stands over what was typed."""
    context: dict[str, Any] = {"title": title, "form": form}
    if request.method != "POST":
        return render(request, _NEW_PAGE, context)
    if not form.is_valid():
        return render(request, _NEW_PAGE, context, status=422)
    try:
        record = make(form.arguments())
    except Refused as refused:
        return RefusedAnswer(render(request, _NEW_PAGE, {**context, "refused": refused}).content, refused)
    messages.success(request, f"已{title}。")
    return redirect(record.get_absolute_url() or request.path)
