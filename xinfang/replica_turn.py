"""A request that only looks may find its lists and figures in the replica; one that writes keeps its person from it."""

from collections.abc import Callable

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from kit.replica import has_replica, may_look_in_replica
from organizations.replica_turns import looks_in_replica, note_written

_LOOKS = ("GET", "HEAD", "OPTIONS")


class ReplicaTurn:
    """Stands where it is known whose request it is; not there at all without a replica."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not has_replica():
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; who it is, is asked when something is listed, since a token is read only in the view."""
        if request.method in _LOOKS:
            with may_look_in_replica(lambda: _looks(request)):
                return self.get_response(request)
        answer = self.get_response(request)
        if request.user.is_authenticated:
            note_written(request.user.pk)
        return answer


def _looks(request: HttpRequest) -> bool:
    return request.user.is_authenticated and looks_in_replica(request.user)
