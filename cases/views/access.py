"""临时查阅: who may read what for a time; given and revoked here."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cases.actions.access import give_access, revoke_access
from cases.forms.access import AccessForm, RevokeForm
from cases.lists.accesses import assert_concerned, may_give, own_accesses, page_of_accesses
from cases.presenting.accesses import access_line
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.today import today
from organizations.unit_options import choosable
from organizations.views.people import member

# A select for browsers without scripts; the picker asks the server for the rest.
MOST_UNITS = 300
_UNITS, _WIDE = ("to_unit", "of_unit"), ("sealed_too", "reason")
_LONG = 18
_COLUMNS = [
    {"label": "谁查阅", "kind": "narrow"},
    {"label": "查阅什么"},
    {"label": "起止", "kind": "date"},
    {"label": "用途和理由", "kind": "wide"},
    {"label": "给予人", "kind": "narrow"},
    {"label": "状态", "kind": "narrow"},
]
_NOTHING = {"title": "还没有给出临时查阅", "text": "填写上面的表，写明谁、看什么、到哪天、为什么。", "icon": "eye"}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def accesses(request: HttpRequest) -> HttpResponse:
    """Show what this person gave, may revoke and was given; a form sent gives one more. Raises Refused: not_permitted."""
    staff = member(request)
    assert_concerned(staff)
    if request.method != "POST":
        form = AccessForm(by=staff, initial={"number": request.GET.get("number", "")[:40]})
        return render(request, "cases/accesses.html", _page(request, form))
    if not may_give(staff):
        raise Refused("not_permitted", "您的角色不能给予临时查阅。可在“权限一览”查看谁可以给予。")
    form = AccessForm(request.POST, by=staff)
    if not form.is_valid():
        return render(request, "cases/accesses.html", _page(request, form), status=422)
    try:
        row = give_access(by=staff, **form.arguments())
    except Refused as refused:
        page = render(request, "cases/accesses.html", {**_page(request, form), "refused": refused})
        return RefusedAnswer(page.content, refused)
    messages.success(request, f"已给予查阅，{row.from_day:%Y-%m-%d}至{row.to_day:%Y-%m-%d}有效，可以随时收回。")
    return redirect("cases:accesses")


@require_POST
@staff_only
def revoke(request: HttpRequest, access_id: int) -> HttpResponse:
    """Revoke one access at once. Raises Refused: not_found, reason_missing, access_ended_already."""
    staff = member(request)
    form = RevokeForm(request.POST, by=staff)
    reason = form.arguments()["reason"] if form.is_valid() else ""
    revoke_access(access_id, by=staff, reason=reason)
    messages.success(request, "已收回，对方从现在起不能再查阅。")
    return redirect("cases:accesses")


def _page(request: HttpRequest, form: AccessForm) -> dict[str, Any]:
    staff, on = member(request), today()
    gives = may_give(staff)
    page = page_of_accesses(staff, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    return {
        "form": form,
        "rows": _rows(form) if gives else [],
        "lines": [access_line(row, on) for row in page.rows],
        "own": [access_line(row, on, revocable=False) for row in own_accesses(staff, on)],
        "columns": _COLUMNS,
        "nothing": _NOTHING,
        **page.turns(),
    }


def _rows(form: AccessForm) -> list[dict[str, Any]]:
    """Return [{field, picker, width}]: a unit is picked while typing, or from a select where no script runs."""
    units = list(choosable(form.by).order_by("path")[:MOST_UNITS])
    for name in _UNITS:
        field: Any = form.fields[name]
        chosen = str(form[name].value() or "")
        more = list(field.queryset.filter(pk=chosen)) if chosen.isdecimal() and len(chosen) < _LONG else []
        offered = {unit.pk: unit.name for unit in [*units, *more]}
        field.choices = [("", "请选择"), *offered.items()]
    return [
        {
            "field": field,
            "picker": reverse("unit_options") if field.name in _UNITS else "",
            "width": "full" if field.name in _WIDE else "half",
        }
        for field in form.visible_fields()
    ]
