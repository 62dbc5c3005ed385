"""What would follow from what is typed into the dialog of an act so far: asked while it is typed, nothing is done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases.reading.acts_open import assert_open
from cases.views.acts import Door, act_door
from kit.web import staff_only
from law.errors import Refused
from organizations.today import today


@sensitive_post_parameters()
@require_POST
@staff_only
def act_said(request: HttpRequest, case_id: int, slug: str) -> HttpResponse:
    """Say it; nothing, once the act is done or closed. Raises Refused: not_found, not_permitted."""
    door = act_door(request, case_id, slug)
    said = _consequences(door, request.POST) if _is_open(door) else []
    return render(request, "cases/_consequences.html", {"consequences": said})


def _consequences(door: Door, typed: Any) -> list[str]:
    return door.row.consequence(door.file, door.leg, door.form(typed), today())


def _is_open(door: Door) -> bool:
    """Tell whether the act can be done: what is typed last may arrive behind the act itself."""
    try:
        assert_open(door.spot)
    except Refused as refused:
        if refused.code in ("not_found", "not_permitted"):
            raise
        return False
    return True
