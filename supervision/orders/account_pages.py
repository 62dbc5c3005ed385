"""交账: who was called to account, who has not, and calling for more."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.forms.base import ActForm
from cases.lists.paging import page_by
from kit.web import staff_only
from law.errors import Refused
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member
from supervision.models import OrderAccount
from supervision.orders.accounting import call_to_account
from supervision.orders.answering import pager_of, place_of, sent
from supervision.orders.reading import assert_orders
from supervision.orders.sampling_forms import CallForm
from supervision.orders.sampling_pages import offer_all_units
from supervision.orders.sampling_reading import BY_DAY_DUE, accounts
from supervision.words.orders import Account, AccountState


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def account_list(request: HttpRequest) -> HttpResponse:
    """List who was called to account and what was said, and call for more. Raises Refused: not_permitted, key_broken."""
    staff = assert_orders(member(request))

    def shown(form: ActForm, refused: Refused | None = None, status: int = 200) -> HttpResponse:
        rows = accounts(staff)
        page = page_by(BY_DAY_DUE, rows, **place_of(request))
        context = {
            "form": form,
            "refused": refused,
            "lines": [account_line(row) for row in page.rows],
            "pager": pager_of(request, page, rows),
        }
        return render(request, "supervision/orders/accounts.html", context, status=status)

    form = CallForm(request.POST or None, by=staff)
    offer_all_units(form, staff)
    if request.method != "POST":
        return shown(form)
    back = reverse("supervision:accounts")
    return sent(request, form, shown, lambda typed: _called(staff, typed), said="已要求交账。", back=back)


def account_line(row: OrderAccount) -> dict[str, Any]:
    """Return one account as the list shows it; who did not account in time is proposed to the joint conference."""
    on = today()
    silent = row.state == AccountState.CALLED and row.due_on < on
    said = f"{Account(row.said).label}：{row.text}" if row.said else "没有交账，提请联席会议" if silent else "待交账"
    return {
        "url": row.order.get_absolute_url(),
        "number": row.order.number,
        "unit": row.unit.short_name,
        "due_on": row.due_on,
        "said": said,
        "wanted": row.wanted,
        "silent": silent,
        "given": f"{row.given_by.name} {row.given_on}" if row.given_by else "",
    }


def _called(staff: Staff, typed: dict[str, Any]) -> object:
    given = {name: value for name, value in typed.items() if name in ("due_on", "unit")}
    called, refusals = call_to_account(by=staff, **given)
    if not called and refusals:
        raise refusals[0]
    return called
