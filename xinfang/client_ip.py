"""Whose address a request came from, behind a proxy of our own or not."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """Return the caller's address: the last one our proxy noted, else the connection's own.

    Only the last entry of X-Forwarded-For was written by our proxy; those before it anyone can invent.
    """
    return client_ip_of(request.META)


def client_ip_of(environ: Mapping[str, Any]) -> str:
    """Return the same of a request that Django has not seen yet."""
    noted = environ.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return str(noted).rpartition(",")[2].strip() or str(environ.get("REMOTE_ADDR", ""))
