"""What a line of the access log says of a request: its path, where it came from and whose account it was.

The web server writes the line (ACCESS_LOG of the launcher, the same in the Dockerfile); what it cannot know itself, or would write as it was sent, is noted in the
request's environment: the outermost WSGI application notes path and address, a middleware the account. Everything
noted is percent-encoded, so that no request can begin a line of its own or add a field. Names are never noted: an
account is its number.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from xinfang.client_ip import client_ip_of

PATH, ADDRESS, ACCOUNT = "xinfang.path", "xinfang.address", "xinfang.account"
# The path alone: a query string may hold a name somebody searched for.
_MOST = 2000


class NotedRequests:
    """The outermost WSGI application: notes path and address of every request, answered by whomever."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Pass the request on with its notes."""
        path = str(environ.get("SCRIPT_NAME", "")) + str(environ.get("PATH_INFO", ""))
        environ[PATH] = quote(path.encode("latin-1", "replace"))[:_MOST] or "-"
        environ[ADDRESS] = quote(client_ip_of(environ), safe=":.")[:60] or "-"
        environ[ACCOUNT] = "-"
        return self.application(environ, start_response)


class AccountNoted:
    """Notes whose account a request was, once it is answered; who was never asked for is not looked up for the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, then note the account's number."""
        answer = self.get_response(request)
        request.META[ACCOUNT] = _account_of(request)
        return answer


def _account_of(request: HttpRequest) -> str:
    user: Any = getattr(request, "user", None)
    if isinstance(user, SimpleLazyObject):
        user = getattr(request, "_cached_user", None)
    return str(getattr(user, "pk", None) or "-")
