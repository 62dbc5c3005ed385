"""No request is read beyond what the house takes: told by its length before a byte of it is read, else stopped there."""

from collections.abc import Callable, Iterable
from tempfile import SpooledTemporaryFile
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from xinfang.errors import too_large

_MEGABYTE = 1024 * 1024
_TOO_LARGE = "xinfang.too_large"


def most_bytes(environ: dict[str, Any]) -> int:
    """Return the limit of one request: forms may carry files, everything else is words."""
    with_files = str(environ.get("CONTENT_TYPE", "")).lower().startswith("multipart/")
    return int(settings.REQUEST_MOST_BYTES if with_files else settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


class KnownLength:
    """A WSGI application that gives a body of unknown length (chunked) a length, or stops reading it at the limit.

    Django reads nothing of a body without Content-Length; here it becomes one with, on disk beyond a megabyte.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Pass the request on, its body read if nobody had said how long it is."""
        if environ.get("CONTENT_LENGTH") or not environ.get("HTTP_TRANSFER_ENCODING"):
            return self.application(environ, start_response)
        with SpooledTemporaryFile(max_size=_MEGABYTE) as body:
            environ[_TOO_LARGE] = not _copied(environ["wsgi.input"], body, most_bytes(environ))
            if environ[_TOO_LARGE]:
                body.seek(0)
                body.truncate()
            environ["wsgi.input"], environ["CONTENT_LENGTH"] = body, str(body.tell())
            body.seek(0)
            return self.application(environ, start_response)


def _copied(source: Any, target: Any, most: int) -> bool:
    """Copy at most so many bytes; tell whether that was all."""
    left = most
    while piece := source.read(min(_MEGABYTE, left + 1)):
        left -= len(piece)
        if left < 0:
            return False
        target.write(piece)
    return True


class BodyCap:
    """Answers 413 to a request that says, or has shown, that it is too large; nothing of it is read then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse."""
        length, most = str(request.META.get("CONTENT_LENGTH") or ""), most_bytes(request.META)
        beyond = length.isascii() and length.isdecimal() and int(length[:20]) > most
        if beyond or request.META.get(_TOO_LARGE):
            return too_large(request, most // _MEGABYTE)
        return self.get_response(request)
