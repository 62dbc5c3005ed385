"""人民建议征集: pages of staff, and the one page for everybody, which shows no petitioner (Art. 29)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.base import ActForm
from cases.forms.collecting import CollectionForm, ResultForm
from cases.lists.collections import (
    change_collection,
    collection_of,
    collects,
    known_collections,
    make_collection,
    may_change,
    public_collections,
    publish_result,
    suggestions_of,
)
from cases.models import Collection
from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member


@require_safe
def open_collections(request: HttpRequest) -> HttpResponse:
    """Show what is collected now, and the last results, to everybody."""
    running, answered = public_collections(today())
    return render(request, "cases/open_collections.html", {"running": running, "answered": answered})


@require_safe
@staff_only
def collection_list(request: HttpRequest) -> HttpResponse:
    """List the collections of the district."""
    staff = member(request)
    lines = [
        {"url": _url(row), "title": row.title, "unit": row.unit.name, "state": _state(row), "row": row}
        for row in known_collections(staff)
    ]
    return render(request, "cases/collections.html", {"lines": lines, "may_make": collects(staff)})


@require_safe
@staff_only
def one_collection(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Show one collection with the suggestions that this person may know of. Raises Refused not_found."""
    staff = member(request)
    found = collection_of(staff, collection_id)
    suggestions, more = suggestions_of(found, staff, today())
    context = {
        "collection": found,
        "state": _state(found),
        "suggestions": suggestions,
        "more": more,
        "may_change": may_change(staff, found) and found.result_on is None,
    }
    return render(request, "cases/collection.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def new_collection(request: HttpRequest) -> HttpResponse:
    """Make a collection. Raises Refused not_permitted."""
    form = CollectionForm(request.POST or None, by=member(request), initial={"opens_on": today()})
    return _edited(request, form, "发起征集", lambda typed: make_collection(by=form.by, on=today(), **typed))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def edit_collection(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Edit a collection. Raises Refused: not_found; else as `change_collection`."""
    staff = member(request)
    found = collection_of(staff, collection_id)
    given = {name: getattr(found, name) for name in ("title", "asks", "opens_on", "closes_on")}
    form = CollectionForm(request.POST or None, by=staff, initial={**given, "seen": found.version})
    return _edited(request, form, "修改征集", lambda typed: change_collection(found.pk, by=staff, on=today(), **typed))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def collection_result(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Publish the result of a collection. Raises Refused: not_found; else as `publish_result`."""
    staff = member(request)
    found = collection_of(staff, collection_id)
    form = ResultForm(request.POST or None, by=staff, initial={"seen": found.version})
    return _edited(request, form, "公布征集结果", lambda typed: publish_result(found.pk, by=staff, on=today(), **typed))


def _edited(
    request: HttpRequest, form: ActForm, title: str, save: Callable[[dict[str, Any]], Collection]
) -> HttpResponse:
    context = {"title": title, "form": form}
    if request.method != "POST":
        if not collects(form.by):
            raise Refused("not_permitted", "您的角色不能组织人民建议征集。可在“权限一览”查看谁可以办理。")
        return render(request, "cases/collection_form.html", context)
    if not form.is_valid():
        return render(request, "cases/collection_form.html", context, status=422)
    try:
        saved = save({name: value for name, value in form.arguments().items() if name not in _IDS})
    except Refused as refused:
        page = render(request, "cases/collection_form.html", {**context, "refused": refused})
        return RefusedAnswer(page.content, refused)
    messages.success(request, f"“{saved.title}”已保存。")
    return redirect("cases:collection", saved.pk)


_IDS = ("leg_id", "hand_off_id")


def _url(row: Collection) -> str:
    return reverse("cases:collection", args=[row.pk])


def _state(row: Collection) -> str:
    on = today()
    if row.result_on:
        return "已公布结果"
    if on < row.opens_on:
        return "尚未开始"
    return "正在征集" if on <= row.closes_on else "已截止，结果待公布"
