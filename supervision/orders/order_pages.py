"""督办件: a list by what waits for whom, and one order with the steps that can be taken now."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cases.forms.base import ActForm
from kit.web import staff_only
from law.errors import Refused
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from supervision.models import SupervisionOrder
from supervision.orders.answering import pager_of, place_of, sent
from supervision.orders.following_reading import following_lines
from supervision.orders.presenting import ORDER_COLUMNS, late_words, order_facts, order_line, state_of
from supervision.orders.reading import (
    TABS,
    OrderFilter,
    assert_concerned,
    order_of,
    orders,
    orders_asked,
    page_of_orders,
)
from supervision.orders.taking import OrderStep, following_of, step_named, steps_closed, steps_open

_PAGE = "supervision/orders/list.html"
_EMPTY = {"title": "没有督办件", "text": "在督办线索里，或者在信访件页面上点“督办”，发出督办函。", "icon": "flag"}


@require_safe
@staff_only
def order_list(request: HttpRequest) -> HttpResponse:
    """List the orders that concern this person, by what they wait for. Raises Refused: not_permitted, key_broken."""
    staff, on = assert_concerned(member(request)), today()
    form = OrderFilter(request.GET)
    context: dict[str, Any] = {"form": form, "columns": ORDER_COLUMNS, "empty": _EMPTY, "finds": orders(staff)}
    if not form.is_valid():
        return render(request, _PAGE, {**context, "wrong": True}, status=422)
    rows = orders_asked(staff, form.cleaned_data)
    page = page_of_orders(rows, **place_of(request))
    context |= {
        "tabs": _tabs(request, form.cleaned_data["tab"] or "all"),
        "lines": [order_line(row, on) for row in page.rows],
        "pager": pager_of(request, page, rows),
    }
    return render(request, _PAGE, context)


@require_safe
@staff_only
def order_page(request: HttpRequest, order_id: int) -> HttpResponse:
    """Show one order with the steps that this person can take now. Raises Refused not_found."""
    return _shown(request, order_of(member(request), order_id))


@require_POST
@staff_only
def order_step(request: HttpRequest, order_id: int, step: str) -> HttpResponse:
    """Take one step of an order. Raises Refused: not_found; what else it refuses stands on the page."""
    order, chosen = order_of(member(request), order_id), step_named(step)
    return _taken(request, order, order, chosen, chosen.slug)


@require_POST
@staff_only
def following_step(request: HttpRequest, kind: str, following_id: int) -> HttpResponse:
    """Say what came of a measure, a recommendation or a lead. Raises Refused: not_found; what else stands on the page."""
    record, chosen = following_of(member(request), kind, following_id)
    return _taken(request, order_of(member(request), record.order_id), record, chosen, f"{kind}-{record.pk}")


def _taken(request: HttpRequest, order: SupervisionOrder, record: Any, step: OrderStep, place: str) -> HttpResponse:
    staff = member(request)
    form = _form(step, staff, place, order.version, request)

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        return _shown(request, order, {place: form}, refused, status)

    back = order.get_absolute_url()
    return sent(request, form, shown, lambda typed: step.take(record, staff, typed), said=step.said, back=back)


def _shown(
    request: HttpRequest,
    order: SupervisionOrder,
    typed: dict[str, ActForm] | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    staff, on, typed = member(request), today(), typed or {}
    open_steps = [_step(each, order, request, typed) for each in steps_open(order, staff, on)]
    context = {
        "order": order,
        "traces": orders(staff),
        "state": state_of(order),
        "late": late_words(order, on),
        "facts": order_facts(order, on),
        "steps": [each for each in open_steps if not each["folded"]],
        "folded": [each for each in open_steps if each["folded"]],
        "following": following_lines(
            order, staff, on, lambda step, place: typed.get(place) or _form(step, staff, place, order.version)
        ),
        "closed": [(step.label, refusal.message) for step, refusal in steps_closed(order, staff, on)],
        "refused": refused,
        **record_panels(order),
    }
    return render(request, "supervision/orders/order.html", context, status=status)


def _step(step: OrderStep, order: SupervisionOrder, request: HttpRequest, typed: dict[str, ActForm]) -> dict[str, Any]:
    form = typed.get(step.slug) or _form(step, member(request), step.slug, order.version)
    return {
        "label": step.label,
        "url": reverse("supervision:order_step", args=[order.pk, step.slug]),
        "form": form,
        "tone": "grave" if step.grave else "plain" if step.folded else "primary",
        "folded": step.folded,
        "unfolded": step.slug in typed,
    }


def _form(step: OrderStep, by: Any, place: str, seen: int, request: HttpRequest | None = None) -> ActForm:
    """Return the form of a step, over what was sent where something was; its ids meet those of no other on the page."""
    data, files = (request.POST, request.FILES) if request else (None, None)
    return step.form(data, files, by=by, initial={"seen": seen}, auto_id=f"{place}_%s")


def _tabs(request: HttpRequest, chosen: str) -> list[dict[str, Any]]:
    kept = {name: value for name, value in request.GET.items() if name in ("failure", "unit") and value}
    return [
        {"label": label, "url": f"?{urlencode({**kept, 'tab': key})}", "active": key == chosen}
        for key, (label, _) in TABS.items()
    ]
