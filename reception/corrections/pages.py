"""更正一栏: what is registered, each with its own correction; and the form of one of them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.actions.correcting import correct
from cases.forms.base import ActForm
from cases.reading.acts_open import assert_open
from cases.reading.case_file import CaseFile
from cases.views.shared import asked_file
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member
from reception.corrections.forms import OF_A_PERSON, OF_THE_CASE, OneFieldForm, OnePersonForm, fields_of
from reception.corrections.opening import correction_spot, person_of
from reception.corrections.presenting import case_rows, people_rows

_FORM = "reception/correct_one.html"


@require_safe
@staff_only
def corrections(request: HttpRequest, case_id: int) -> HttpResponse:
    """List what is registered, each with its own correction. Raises Refused: not_found, not_permitted, wrong_state."""
    file = _open_file(request, case_id)
    context = {"case": file.case, "rows": case_rows(file), "people": people_rows(file)}
    return render(request, "reception/corrections.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def correct_field(request: HttpRequest, case_id: int, field: str) -> HttpResponse:
    """Put one thing right. Raises Refused: not_found, and as `correct`."""
    file = _open_file(request, case_id)
    label, only = fields_of(OF_THE_CASE, field)
    form = OneFieldForm(*_sent(request), by=member(request), case=file.case, only=only, **_seen(request, file))
    return _corrected(request, file, label, form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def correct_person(request: HttpRequest, case_id: int, person_id: int, field: str) -> HttpResponse:
    """Put one thing of one person right. Raises Refused: not_found, and as `correct`."""
    file = _open_file(request, case_id)
    label, only = fields_of(OF_A_PERSON, field)
    form = OnePersonForm(
        *_sent(request),
        by=member(request),
        only=only,
        person=person_of(file, member(request), person_id),
        **_seen(request, file),
    )
    return _corrected(request, file, label, form)


def _open_file(request: HttpRequest, case_id: int) -> CaseFile:
    file = asked_file(request, case_id)
    assert_open(correction_spot(file, member(request), today()))
    return file


def _sent(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST,) if request.method == "POST" else ()


def _seen(request: HttpRequest, file: CaseFile) -> dict[str, Any]:
    return {} if request.method == "POST" else {"initial": {"seen": file.case.version}}


def _corrected(request: HttpRequest, file: CaseFile, label: str, form: ActForm) -> HttpResponse:
    context = {"case": file.case, "label": label, "form": form}
    if request.method != "POST":
        return render(request, _FORM, context)
    if not form.is_valid():
        return render(request, _FORM, context, status=422)
    try:
        correct(file.case.pk, by=member(request), **form.arguments())
    except Refused as refused:
        return RefusedAnswer(render(request, _FORM, {**context, "refused": refused}).content, refused)
    return redirect(reverse("reception:corrections", args=[file.case.pk]))
