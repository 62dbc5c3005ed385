"""A request speaks UTF-8; one that claims another charset is answered before anything tries to decode it."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters

from xinfang.errors import charset_unsupported

_SPOKEN = ("utf-8", "utf8")
_NAMED = re.compile(r';\s*charset\s*=\s*"?utf-?8"?', re.IGNORECASE)


def claimed_charset(content_type: str) -> str:
    """Return the charset that a Content-Type header names, "" where it names none."""
    return str(parse_header_parameters(content_type)[1].get("charset", "")).lower()


class OnlyUtf8:
    """A WSGI application that keeps foreign charsets away from Django.

    Where a charset is named, Django decodes the address while it still makes the request, and an error there (hex
    and idna are codecs too; too many parameters) could not be answered by any middleware. UTF-8 need not be named;
    another name is spoilt, so that Django ignores it and CharsetMiddleware refuses it.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Pass the request on."""
        charset = claimed_charset(environ.get("CONTENT_TYPE", ""))
        if charset in _SPOKEN:
            environ["CONTENT_TYPE"] = _NAMED.sub("", environ["CONTENT_TYPE"])
        elif charset:
            environ["CONTENT_TYPE"] = environ["CONTENT_TYPE"].split(";")[0] + "; charset=not-spoken"
        return self.application(environ, start_response)


class CharsetMiddleware:
    """Refuses every charset but UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 415 to a charset other than UTF-8."""
        charset = claimed_charset(request.META.get("CONTENT_TYPE", ""))
        if charset and charset not in _SPOKEN:
            request.encoding = "utf-8"
            return charset_unsupported(request)
        return self.get_response(request)
