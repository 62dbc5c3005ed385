"""来件渠道: the senders of a desk, a new one, one with its steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import Sender, SenderState
from reception.senders.actions import add_sender
from reception.senders.forms import STEPS, SenderForm
from reception.senders.presenting import COLUMNS, sender_badge, sender_facts, sender_line
from reception.senders.reading import assert_compares, sender_of, senders

_NOTHING = {"title": "还没有来件渠道", "text": "上级信访部门、领导信箱、12345热线等，各建一个。", "icon": "inbox"}


@require_safe
@staff_only
def sender_list(request: HttpRequest) -> HttpResponse:
    """List the senders of one's desks. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    context = {
        "title": "来件渠道",
        "ways": [{"label": "建立来件渠道", "url": reverse("reception:sender_new")}],
        "columns": COLUMNS,
        "lines": [sender_line(row) for row in senders(staff)],
        "nothing": _NOTHING,
    }
    return render(request, "reception/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def sender_new(request: HttpRequest) -> HttpResponse:
    """Name a sender. Raises Refused not_permitted."""
    staff = assert_compares(member(request))
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SenderForm(*posted, by=staff)
    return made_page(request, form, "建立来件渠道", lambda typed: add_sender(by=staff, **typed))


@require_safe
@staff_only
def sender_page(request: HttpRequest, sender_id: int) -> HttpResponse:
    """Show one sender with what may be done. Raises Refused not_found."""
    staff = member(request)
    row = sender_of(staff, sender_id)
    context = {
        "title": row.name,
        "back": {"url": reverse("reception:senders"), "label": "来件渠道"},
        "state": sender_badge(row),
        "facts": sender_facts(row),
        "ways": _ways_on(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:sender_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def sender_step(request: HttpRequest, sender_id: int, step: str) -> HttpResponse:
    """Take one step of a sender. Raises Refused: not_found, and as the step does."""
    row = sender_of(member(request), sender_id)
    return step_page(request, step_named(STEPS, step), row, row.name)


def _ways_on(row: Sender) -> list[dict[str, str]]:
    if row.state != SenderState.ACTIVE:
        return []
    new = f"{reverse('reception:passed_on_new')}?{urlencode({'sender': row.pk})}"
    return [
        {"label": "登记来件", "url": new},
        {"label": "对账", "url": reverse("reception:compare", args=[row.pk])},
        {"label": "按对方的列导出", "url": reverse("reception:sender_export", args=[row.pk])},
    ]
