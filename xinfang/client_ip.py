"""Whose address a request came from, behind a proxy of our own or not."""

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """Return the caller's address: the last one our proxy noted, else the connection's own.

    Only the last entry of X-Forwarded-For was written by our proxy; those before it anyone can invent.
    """
    noted = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return noted.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
