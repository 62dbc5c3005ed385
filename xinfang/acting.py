"""Whoever acts for somebody: from the middleware on, the request is that person's, by this hand."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from organizations.mandates import ACTING, acting_for


class Acting:
    """Puts the person acted for in the place of the account that logged in, while the mandate is in force."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; whose request it is, is asked only when somebody wants to know."""
        hand = request.user
        request.user = cast(Any, SimpleLazyObject(lambda: _person(request, hand)))
        return self.get_response(request)


def _person(request: HttpRequest, hand: Any) -> Any:
    if not hand.is_authenticated or ACTING not in request.session:
        return cast(Any, request)._cached_user
    person = acting_for(hand, request.session[ACTING])
    if person is None:
        # Run out or ended: from here on everybody is himself again.
        request.session.pop(ACTING, None)
    return person or cast(Any, request)._cached_user
