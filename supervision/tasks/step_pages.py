"""The views that every record of this room shares: a form that makes one, and its steps, each taken from its page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kit.web import RefusedAnswer, staff_only
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.models.record import Record
from organizations.roles import Right
from organizations.today import today
from organizations.views.people import member
from supervision.tasks.steps import Step, StepForm, form_rows

View = Callable[..., HttpResponse]


@dataclass(frozen=True, kw_only=True)
class NewPage:
    """A page that makes a record: its words, its form, the action, and the right that lets somebody in.

    ``back``: the list it belongs to (name of the address, word). ``asked``: which field the address may fill.
    """

    title: str
    button: str
    said: str
    right: Right
    form: type[StepForm]
    action: Callable[..., Record]
    back: tuple[str, str]
    asked: tuple[str, str] = ("", "")


def new_view(page: NewPage) -> View:
    """Return the view that shows the form and makes the record."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @staff_only
    def make(request: HttpRequest) -> HttpResponse:
        """Make it. Raises Refused: not_permitted, and as the action does."""
        staff = member(request)
        if not holdings(staff, page.right):
            raise Refused("not_permitted", f"您的角色不能“{page.right.label}”。可在“权限一览”查看谁可以办理。")
        if request.method != "POST":
            name, query = page.asked
            given = {name: request.GET.get(query, "")[:40]} if name else {}
            return _form_page(request, page, page.form(by=staff, initial=given))
        form = page.form(request.POST, by=staff)
        if not form.is_valid():
            return _form_page(request, page, form, status=422)
        try:
            made = page.action(by=staff, on=today(), **form.arguments())
        except Refused as refused:
            return RefusedAnswer(_form_page(request, page, form, refused=refused).content, refused)
        messages.success(request, page.said)
        return redirect(made.get_absolute_url())

    view: View = make
    return view


def _form_page(
    request: HttpRequest, page: NewPage, form: StepForm, *, refused: Any = None, status: int = 200
) -> HttpResponse:
    name, word = page.back
    shown = {"title": page.title, "button": page.button, "back_url": reverse(name), "back_word": word}
    context = {**shown, "form": form, "rows": form_rows(form), "refused": refused}
    return render(request, "supervision/tasks/new.html", context, status=status)


def step_view(step: Step, key: str, find: Callable[[Staff, int], Any], show: View, phone: str = "") -> View:
    """Return the view that takes one step of a record; what cannot be used comes back on its page, with all that was typed.

    ``key``: of the record in the address. ``show(request, record, bound=…, refused=…, status=…)`` draws its page.
    ``phone``: where a form of the page for phones leads afterwards.
    """

    @require_POST
    @staff_only
    def take(request: HttpRequest, **keys: int) -> HttpResponse:
        """Take it. Raises Refused not_found."""
        staff = member(request)
        record = find(staff, keys[key])
        form = step.form(request.POST, request.FILES, by=staff, record=record, auto_id=f"{step.slug}_%s")
        if not form.is_valid():
            return show(request, record, bound=form, status=422)
        try:
            done = step.action(record, by=staff, **form.arguments())
        except Refused as refused:
            return RefusedAnswer(show(request, record, bound=form, refused=refused).content, refused)
        messages.success(request, step.said)
        return redirect(phone if phone and "phone" in request.POST else done.get_absolute_url())

    view: View = take
    return view
