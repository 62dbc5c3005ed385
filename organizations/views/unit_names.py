"""单位的曾用名和别称: what a unit is also found by."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.models import Staff, Unit
from organizations.settings_in_force import assert_manager
from organizations.unit_name_forms import OfUnitForm, UnitNameForm
from organizations.unit_names import drop_name, name_unit, names_of, unit_managed
from organizations.views.people import member

_PAGE = "organizations/unit_names.html"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def unit_names(request: HttpRequest) -> HttpResponse:
    """Choose a unit (?unit=), show its other names, and add one. Raises Refused: not_permitted, not_found."""
    staff = assert_manager(member(request))
    asked = OfUnitForm(request.GET if "unit" in request.GET else None)
    unit = unit_managed(asked.cleaned_data["unit"], staff) if asked.is_valid() else None
    form = UnitNameForm(request.POST or None)
    context = _frame(asked, unit, form)
    if unit is None or request.method != "POST":
        return render(request, _PAGE, context, status=422 if asked.errors else 200)
    if not form.is_valid():
        return render(request, _PAGE, context, status=422)
    return _added(request, staff, unit, form, context)


def _added(request: HttpRequest, staff: Staff, unit: Unit, form: UnitNameForm, context: dict[str, Any]) -> HttpResponse:
    try:
        made = name_unit(unit.pk, by=staff, **form.arguments())
    except Refused as refused:
        return RefusedAnswer(render(request, _PAGE, {**context, "refused": refused}).content, refused)
    messages.success(request, f"查找“{made.name}”也能找到{unit.name}。")
    return redirect(_address(unit))


@require_POST
@staff_only
def drop_unit_name(request: HttpRequest, name_id: int) -> HttpResponse:
    """Take a name away. Raises Refused: not_permitted, not_found."""
    unit = drop_name(name_id, by=member(request))
    messages.success(request, "已删去。")
    return redirect(_address(unit))


def _frame(asked: OfUnitForm, unit: Unit | None, form: UnitNameForm) -> dict[str, Any]:
    chosen = [(unit.pk, unit.name)] if unit else []
    asked.fields["unit"].widget.choices = [("", "请选择"), *chosen]
    return {"asked": asked, "unit": unit, "form": form, "names": list(names_of(unit)) if unit else []}


def _address(unit: Unit) -> str:
    return f"{reverse('unit_names')}?unit={unit.pk}"
