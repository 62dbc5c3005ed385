"""What the views of this floor share: who asks, which file, and numbers taken from an address."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cases.reading.case_file import CaseFile, read_case
from cases.sight.out_of_reach import not_found
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member

MOST_DIGITS = 18


class RefusedAnswer(HttpResponse):
    """A page or fragment that shows a refusal itself; the roof gives it the refusal's status."""

    def __init__(self, content: bytes, refused: Refused) -> None:
        super().__init__(content)
        self.refused = refused


def staff_only(view: Any) -> Any:
    """Let only logged-in staff in, and let no cache keep what they saw."""
    return never_cache(login_required(view))


def asked_file(request: HttpRequest, case_id: int) -> CaseFile:
    """Return the file of a case as whoever asks may read it. Raises Refused not_found."""
    return read_case(case_id, by=member(request), on=today())


def key_of(text: str | None) -> int | None:
    """Return a key from an address or hidden field, None where there is none. Raises Refused not_found: no number."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise not_found()
    return int(text)


def from_htmx(request: HttpRequest) -> bool:
    """Tell whether a fragment is wanted instead of a whole page."""
    return request.headers.get("HX-Request") == "true"


def show(request: HttpRequest, page: str, fragment: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Answer with the fragment for htmx, with the whole page for a plain browser."""
    return render(request, fragment if from_htmx(request) else page, context, status=status)
