"""What the pages of orders share: running what was typed, and turning the pages of a list."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cases.forms.base import ActForm
from cases.lists.counting import capped_count
from cases.lists.paging import Page
from kit.web import RefusedAnswer
from law.errors import Refused

# Shows the page again with a bound form, what was refused, and the status.
Shown = Callable[[ActForm, Refused | None, int], HttpResponse]


def sent(
    request: HttpRequest,
    form: ActForm,
    shown: Shown,
    action: Callable[[dict[str, Any]], object],
    *,
    said: str,
    back: str,
) -> HttpResponse:
    """Run what was typed; what is wrong or refused stands on the page with all that was typed. Raises Refused not_found."""
    if not form.is_valid():
        return shown(form, None, 422)
    try:
        action(form.arguments())
    except Refused as refused:
        if refused.code == "not_found":
            raise
        return RefusedAnswer(shown(form, refused, 200).content, refused)
    messages.success(request, said)
    return redirect(back)


def place_of(request: HttpRequest) -> dict[str, Any]:
    """Return which page of a list an address asks for."""
    return {name: request.GET.get(name, "") for name in ("after", "before")}


def pager_of(request: HttpRequest, page: Page, rows: QuerySet[Any]) -> dict[str, str]:
    """Return the context of components/pager.html."""
    kept = {name: value for name, value in request.GET.items() if name not in ("after", "before")}

    def address(**place: str) -> str:
        return f"?{urlencode({**kept, **place})}"

    return {
        "count": capped_count(rows),
        "next_url": address(after=page.after) if page.after else "",
        "previous_url": address(before=page.before) if page.before else "",
    }
