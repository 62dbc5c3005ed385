"""The type-ahead of units."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from organizations.unit_options import unit_options
from organizations.views.people import member


@never_cache
@require_safe
@login_required
def options(request: HttpRequest) -> JsonResponse:
    """Answer ?q=&for= with {"results": [{id, name, path, note}]}."""
    found = unit_options(member(request), request.GET.get("q", ""), request.GET.get("for", ""))
    return JsonResponse({"results": found})
