"""查账和质量抽查: draw by lot, compare row by row, sign; the defect rate of each unit. 责任倒查表 of one leg."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.base import ActForm
from cases.lists.paging import page_by
from kit.web import staff_only
from law.errors import Refused
from organizations.models import Staff
from organizations.record_page import record_panels
from organizations.today import today
from organizations.unit_options import choosable
from organizations.views.people import member
from supervision.models import Sample, SampleRow
from supervision.orders.answering import pager_of, place_of, sent
from supervision.orders.reading import assert_orders
from supervision.orders.sampling import SIGN, check_row, draw, quality_of, sign
from supervision.orders.sampling_forms import DrawForm, LedgerRowForm, QualityRowForm, SignForm
from supervision.orders.sampling_reading import BY_DAY_DRAWN, sample_of, samples
from supervision.orders.tracing import leg_of, trace
from supervision.words.orders import Defect, RowResult, SampleKind, SampleState

_FORMS: dict[str, type[ActForm]] = {SampleKind.LEDGER: LedgerRowForm, SampleKind.QUALITY: QualityRowForm}
_YEAR = 365


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def sample_list(request: HttpRequest) -> HttpResponse:
    """List the samples, draw one, and say how good each unit's work is. Raises Refused: not_permitted, key_broken."""
    staff, on = assert_orders(member(request)), today()

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        rows = samples(staff)
        page = page_by(BY_DAY_DRAWN, rows, **place_of(request))
        context = {
            "form": form,
            "refused": refused,
            "lines": [_line(row) for row in page.rows],
            "pager": pager_of(request, page, rows),
            "rates": [
                (unit.short_name, rate.said()) for unit, rate in quality_of(staff, on.replace(month=1, day=1), on)
            ],
        }
        return render(request, "supervision/orders/samples.html", context, status=status)

    form = DrawForm(request.POST or None, by=staff)
    offer_all_units(form, staff)
    if request.method != "POST":
        return shown(form)
    return sent(
        request,
        form,
        shown,
        lambda typed: draw(by=staff, **_without_seen(typed)),
        said="已抽取，请逐行与案卷核对。",
        back=reverse("supervision:samples"),
    )


@require_safe
@staff_only
def sample_page(request: HttpRequest, sample_id: int) -> HttpResponse:
    """Show one sample with the rows of it that this person may read. Raises Refused not_found."""
    return _shown(request, sample_of(member(request), sample_id))


@require_POST
@staff_only
def sample_row(request: HttpRequest, sample_id: int) -> HttpResponse:
    """Write down what one row's file says. Raises Refused: not_found; what else it refuses stands on the page."""
    staff, sample = member(request), sample_of(member(request), sample_id)
    form = _FORMS[sample.kind](request.POST, by=staff, auto_id=f"row{request.POST.get('place', '')[:4]}_%s")

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        return _shown(request, sample, form, refused, status)

    done = partial(_checked, sample, staff)
    return sent(request, form, shown, done, said="已记下。", back=sample.get_absolute_url())


@require_POST
@staff_only
def sample_sign(request: HttpRequest, sample_id: int) -> HttpResponse:
    """Sign a sample of which every row was checked. Raises Refused: not_found; what else stands on the page."""
    staff, sample = member(request), sample_of(member(request), sample_id)

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        return _shown(request, sample, None, refused, status)

    form = SignForm(request.POST, by=staff)
    return sent(
        request,
        form,
        shown,
        lambda typed: sign(sample, by=staff, **typed),
        said="已签字。",
        back=sample.get_absolute_url(),
    )


@require_safe
@staff_only
def trace_page(request: HttpRequest, leg_id: int) -> HttpResponse:
    """Show who was responsible for each duty of a leg, to print. Raises Refused: not_found, not_permitted."""
    staff, on = assert_orders(member(request)), today()
    leg = leg_of(staff, leg_id)
    context = {"leg": leg, "lines": trace(leg, staff, on), "on": on}
    return render(request, "supervision/orders/trace.html", context)


def offer_all_units(form: ActForm, staff: Staff) -> None:
    """Fill the select of units for browsers without scripts."""
    field: Any = form.fields["unit"]
    field.queryset = choosable(staff)


def _without_seen(typed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in typed.items() if name != "seen"}


def _checked(sample: Sample, staff: Staff, typed: dict[str, Any]) -> object:
    given = _without_seen(typed)
    return check_row(sample, given.pop("place"), by=staff, **given)


def _line(row: Sample) -> dict[str, Any]:
    return {
        "url": row.get_absolute_url(),
        "title": f"{SampleKind(row.kind).label}：{row.unit.short_name}",
        "state": SampleState(row.state).label,
        "drawn_on": row.drawn_on,
        "seed": row.seed,
    }


def _shown(
    request: HttpRequest,
    sample: Sample,
    typed: ActForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    staff, on = member(request), today()
    rows = SampleRow.objects.readable_by(staff).filter(sample=sample).select_related("case", "checked_by")
    open_now = sample.state == SampleState.DRAWN
    wrong = str(typed.data.get("place", "")) if typed else ""
    context = {
        "sample": sample,
        "kind": SampleKind(sample.kind).label,
        "state": SampleState(sample.state).label,
        "rows": [
            _row(row, staff, sample, typed if str(row.place) == wrong else None, open_now=open_now) for row in rows
        ],
        "row_url": reverse("supervision:sample_row", args=[sample.pk]),
        "sign_url": reverse("supervision:sample_sign", args=[sample.pk]) if not SIGN.refusal(sample, staff, on) else "",
        "sign_form": SignForm(by=staff, initial={"seen": sample.version}, auto_id="sign_%s"),
        "refused": refused,
        **record_panels(sample),
    }
    return render(request, "supervision/orders/sample.html", context, status=status)


def _row(row: SampleRow, staff: Staff, sample: Sample, typed: ActForm | None, *, open_now: bool) -> dict[str, Any]:
    fresh = _FORMS[sample.kind](by=staff, initial={"place": row.place}, auto_id=f"row{row.place}_%s")
    return {
        "place": row.place,
        "number": row.case.number,
        "url": reverse("cases:case", args=[row.case_id]),
        "result": RowResult(row.result).label if row.result else "尚未核对",
        "defects": "；".join(Defect(each).label for each in row.defects),
        "note": row.note,
        "by": row.checked_by.name if row.checked_by else "",
        "form": (typed or fresh) if open_now and not row.result else None,
        "unfolded": typed is not None,
    }
