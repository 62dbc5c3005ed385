"""How a page of the portal is drawn, with what was refused on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kit.web import RefusedAnswer
from law.errors import Refused
from reception.portal.limits import TooOften


def page(request: HttpRequest, name: str, context: dict[str, Any], refused: Refused | None = None) -> HttpResponse:
    """Draw a page of the portal; what was refused stands on it, with the status of the refusal."""
    answer = render(request, f"portal/{name}.html", {**context, "refused": refused})
    if refused is None:
        return answer
    told = RefusedAnswer(answer.content, refused)
    if isinstance(refused, TooOften):
        told["Retry-After"] = str(refused.retry_after)
    return told
