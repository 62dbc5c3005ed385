"""拆封登记: batches, their slips, envelopes, and the scans of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.devices.shown import devices
from reception.envelopes.actions import open_batch
from reception.envelopes.forms import OpenBatchForm
from reception.envelopes.presenting import (
    BATCH_COLUMNS,
    COLUMNS,
    batch_line,
    envelope_facts,
    envelope_line,
    opened_by,
    slip,
    state_badge,
)
from reception.envelopes.reading import (
    EnvelopeList,
    assert_registers,
    batch_of,
    batches,
    envelope_numbered,
    envelope_of,
    envelopes_in,
    page_of_envelopes,
)
from reception.envelopes.scans import pages_of_envelope
from reception.envelopes.steps import STEPS
from reception.models import EnvelopeState
from reception.scans.pages import VIEWER
from reception.scans.recognising import installed

_NOTHING = {"title": "没有信封", "text": "拆封登记以后，等登记的来信在这里，早收到的在前。", "icon": "letter"}


@require_safe
@staff_only
def envelope_list(request: HttpRequest) -> HttpResponse:
    """List envelopes; a number that was scanned leads to its envelope.

    Raises Refused: not_permitted, not_found, filter_unknown, key_broken.
    """
    staff, asked = assert_registers(member(request)), request.GET
    if number := asked.get("number", "").strip():
        return redirect(envelope_numbered(staff, number))
    what = asked.get("list", EnvelopeList.OPENED.value)
    page = page_of_envelopes(staff, what, **turn_asked(asked))
    context = {
        "tabs": tabs(EnvelopeList, what),
        "columns": COLUMNS,
        "lines": [envelope_line(row) for row in page.rows],
        "nothing": _NOTHING,
        **page.turns(list=what),
    }
    return render(request, "reception/envelopes.html", context)


@require_safe
@staff_only
def batch_list(request: HttpRequest) -> HttpResponse:
    """List the last batches. Raises Refused not_permitted."""
    lines = [batch_line(batch) for batch in batches(assert_registers(member(request)))]
    nothing = {"title": "还没有拆封登记", "text": "把同一次收到的信一起登记，各有编号和条码签。", "icon": "letter"}
    return render(request, "reception/batches.html", {"columns": BATCH_COLUMNS, "lines": lines, "nothing": nothing})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def batch_new(request: HttpRequest) -> HttpResponse:
    """Enter what was opened together. Raises Refused not_permitted."""
    staff = assert_registers(member(request))
    form = OpenBatchForm(request.POST if request.method == "POST" else None, by=staff)
    return made_page(request, form, "拆封登记", lambda typed: open_batch(by=staff, **typed))


@require_safe
@staff_only
def batch_page(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show a batch with its envelopes. Raises Refused not_found."""
    staff = member(request)
    batch = batch_of(staff, batch_id)
    context = {
        "batch": batch,
        "opened_by": opened_by(batch),
        "columns": COLUMNS,
        "lines": [envelope_line(row) for row in envelopes_in(staff, batch)],
        "nothing": _NOTHING,
    }
    return render(request, "reception/batch.html", context)


@require_safe
@staff_only
def batch_slips(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Show the slips of a batch, to be printed and stuck on its envelopes. Raises Refused not_found."""
    staff = member(request)
    batch = batch_of(staff, batch_id)
    slips = [slip(row) for row in envelopes_in(staff, batch)]
    lines = [[each["unit"], f"{each['received_on']} {each['kind']}", each["number"]] for each in slips]
    return render(request, "reception/slips.html", {"batch": batch, "slips": slips, "lines": lines, **devices()})


@require_safe
@staff_only
def envelope_page(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """Show one envelope with its steps. Raises Refused not_found."""
    staff = member(request)
    envelope = envelope_of(staff, envelope_id)
    waits = envelope.state == EnvelopeState.OPENED
    context: dict[str, Any] = {
        "envelope": envelope,
        "state": state_badge(envelope),
        "facts": envelope_facts(envelope),
        "register_url": f"{reverse('reception:letter_new')}?envelope={envelope.pk}" if waits else "",
        "buttons": step_buttons(STEPS, envelope, staff, "reception:envelope_step"),
        "recognises": waits and installed(),
        **record_panels(envelope),
    }
    return render(request, "reception/envelope.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def envelope_step(request: HttpRequest, envelope_id: int, step: str) -> HttpResponse:
    """Take one step of an envelope. Raises Refused: not_found, and as the step does."""
    envelope = envelope_of(member(request), envelope_id)
    return step_page(request, step_named(STEPS, step), envelope, f"信封{envelope.number}")


@require_safe
@staff_only
def envelope_scans(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """Show the pages that were scanned of an envelope. Raises Refused not_found."""
    return render(request, VIEWER, pages_of_envelope(member(request), envelope_id))
