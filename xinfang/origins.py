"""Every request comes from somewhere: a keyed address that the journal keeps."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kit.origin import coming_from, keyed
from xinfang.client_ip import client_ip


class Origins:
    """Lets everything that a request does come from the caller's keyed address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer inside that origin."""
        with coming_from(keyed(client_ip(request))):
            return self.get_response(request)
