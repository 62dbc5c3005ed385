"""Every request runs with room on the interpreter's stack."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kit.roomy import roomy


class RoomOnTheStack:
    """The outermost middleware: whatever a request calls has room (kit/roomy.py says why)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in a frame that brings its own chunk of the stack."""
        answer: HttpResponse = roomy(self.get_response, request)
        return answer
