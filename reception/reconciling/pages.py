"""对账: a list is brought, what differs is listed, and settled one by one; our rows in their order."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.lists.turns import tabs, turn_asked
from cases.record_steps import made_page, step_buttons, step_named, step_page
from kit.web import file_answer, staff_only
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.views.people import member
from reception.envelopes.reading import assert_registers
from reception.models import Comparison, Differs, Sender
from reception.reconciling.bringing import XLSX, bring_list, export_name
from reception.reconciling.exporting import exported
from reception.reconciling.forms import STEPS, CompareForm, ExportForm
from reception.reconciling.presenting import (
    COLUMNS,
    COUNT_COLUMNS,
    comparison_facts,
    count_line,
    difference_badge,
    difference_facts,
    difference_line,
)
from reception.reconciling.reading import DifferenceList, comparison_of, counted_in, difference_of, page_of_differences
from reception.reconciling.settling import MOST_AT_ONCE, register_all
from reception.senders.reading import assert_compares, named_in, sender_of, senders

_NOTHING = {"title": "没有不一致", "text": "在来件渠道里上传对方的清单对账，不一致的列在这里。", "icon": "check"}
_MOST_SAID = 10


@require_safe
@staff_only
def difference_list(request: HttpRequest) -> HttpResponse:
    """List differences. Raises Refused: not_permitted, filter_unknown, key_broken."""
    staff, asked = assert_registers(member(request)), request.GET
    what = asked.get("list", DifferenceList.OPEN.value)
    sender, kind = named_in(senders(staff), asked.get("sender", "")), asked.get("kind", "")
    page = page_of_differences(staff, what, sender=sender, kind=kind, **turn_asked(request.GET))
    kept = {"list": what, **({"sender": sender.pk} if sender else {}), **({"kind": kind} if kind else {})}
    context = {
        "title": "对账差异",
        "lead": "、".join(filter(None, [sender.name if sender else "", Differs(kind).label if kind else ""])),
        "ways": [{"label": "来件渠道", "url": reverse("reception:senders")}],
        "tabs": tabs(DifferenceList, what),
        "columns": COLUMNS,
        "lines": [difference_line(row) for row in page.rows],
        "nothing": _NOTHING,
        **page.turns(**kept),
    }
    return render(request, "reception/list.html", context)


@require_safe
@staff_only
def difference_page(request: HttpRequest, difference_id: int) -> HttpResponse:
    """Show one difference, theirs beside ours. Raises Refused not_found."""
    staff = member(request)
    row = difference_of(staff, difference_id)
    context = {
        "title": Differs(row.what).label,
        "back": {"url": reverse("reception:differences"), "label": "对账差异"},
        "state": difference_badge(row),
        "facts": difference_facts(row),
        "buttons": step_buttons(STEPS, row, staff, "reception:difference_step"),
        **record_panels(row),
    }
    return render(request, "reception/record.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def difference_step(request: HttpRequest, difference_id: int, step: str) -> HttpResponse:
    """Take one step of a difference. Raises Refused: not_found, and as the step does."""
    row = difference_of(member(request), difference_id)
    return step_page(request, step_named(STEPS, step), row, f"{row.sender.name}，编号{row.number}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def compare(request: HttpRequest, sender_id: int) -> HttpResponse:
    """Bring a list of a sender. Raises Refused: not_found, not_permitted."""
    sender = sender_of(member(request), sender_id)
    staff = assert_compares(member(request))
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CompareForm(*posted, by=staff)
    return made_page(request, form, f"与{sender.name}对账", lambda typed: _compared(request, staff, sender, **typed))


def _compared(request: HttpRequest, staff: Staff, sender: Sender, **typed: Any) -> Comparison:
    made, faults = bring_list(sender, by=staff, **typed)
    for fault in faults[:_MOST_SAID]:
        messages.warning(request, fault)
    return made


@require_safe
@staff_only
def comparison_page(request: HttpRequest, comparison_id: int) -> HttpResponse:
    """Show what a list found, by kind. Raises Refused not_found."""
    staff = member(request)
    row = comparison_of(staff, comparison_id)
    counts = counted_in(staff, row)
    context = {
        "title": "对账",
        "comparison": row,
        "facts": comparison_facts(row),
        "columns": COUNT_COLUMNS,
        "lines": [count_line(row, *each) for each in counts],
        "nothing": {"title": "全部一致", "text": "清单上的每一件我方都有，状态、日期相符。", "icon": "check"},
        "registers": any(what is Differs.THEIRS_ONLY and state.value == "open" for what, state, _ in counts),
        "most": MOST_AT_ONCE,
        **record_panels(row),
    }
    return render(request, "reception/comparison.html", context)


@require_POST
@staff_only
def comparison_register(request: HttpRequest, comparison_id: int) -> HttpResponse:
    """Register what they have and we have not, each for itself. Raises Refused: not_found, not_permitted."""
    staff = assert_registers(member(request))
    row = comparison_of(staff, comparison_id)
    done = register_all(row, by=staff)
    refused = [(each.number, why.message) for each, why in done if why]
    messages.success(request, f"已登记{len(done) - len(refused)}件。")
    for number, why in refused[:_MOST_SAID]:
        messages.warning(request, f"编号{number}没有登记：{why}")
    return redirect(row)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def sender_export(request: HttpRequest, sender_id: int) -> HttpResponse:
    """Give our rows in the order of a sender's columns. Raises Refused: not_found, not_permitted, too_many_lines."""
    sender = sender_of(member(request), sender_id)
    staff = assert_compares(member(request))
    form = ExportForm(request.POST if request.method == "POST" else None, by=staff)
    if request.method != "POST" or not form.is_valid():
        context = {"title": "按对方的列导出", "form": form}
        return render(request, "cases/record_new.html", context, status=422 if form.is_bound else 200)
    typed = form.arguments()
    return file_answer(exported(sender, by=staff, **typed), XLSX, export_name(sender, **typed), saved=True)
