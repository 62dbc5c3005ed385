"""Who looks at his own case: remembered in the session after number and code were right, for a short while, and forgotten on leaving.

The code itself is in no address, no log, no cookie and no session; the session holds the key of its row.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from cases.models import Party
from law.errors import Refused
from reception.models import QueryCode
from reception.portal.codes import held_under, holder_of
from reception.portal.frame import page
from reception.portal.limits import FAILED_LOOK_UPS, assert_within, within

_PLACE = "portal"
SECONDS = 20 * 60
TRIED = "从您所在的网络查错的次数太多，请{minutes}分钟后再查；查询码遗失的，请带身份证件到登记单位窗口重新出具。"


def enter(request: HttpRequest, number: str, code: str) -> bool:
    """Let somebody in to his case; False where number and code do not belong together. Raises TooOften."""
    assert_within(FAILED_LOOK_UPS, TRIED, count=False)
    row = held_under(number, code)
    if row is None:
        within(FAILED_LOOK_UPS)
        return False
    request.session[_PLACE] = {"code": row.pk, "until": int(time.time()) + SECONDS}
    return True


def leave(request: HttpRequest) -> None:
    """Forget whose case was looked at."""
    request.session.pop(_PLACE, None)


def visitor(request: HttpRequest) -> Party | None:
    """Return who looks at his case in this session, None where nobody does, or no longer."""
    kept = request.session.get(_PLACE)
    if not kept or kept["until"] < time.time():
        leave(request)
        return None
    row = QueryCode.objects.for_its_holder().filter(pk=kept["code"], ended_on=None).first()
    party = holder_of(row) if row else None
    if party is None:
        leave(request)
    return party


def own_case_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only who looks at his case in, as ``party``; everybody else is led to the look-up. No cache keeps it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        party = visitor(request)
        if party is None:
            return redirect("reception:portal_look_up")
        try:
            return view(request, party, *args, **kwargs)
        except Refused as refused:
            return page(request, "refused", {}, refused)

    return never_cache(answer)
