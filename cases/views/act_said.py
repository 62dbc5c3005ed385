"""What would follow from what is typed into the dialog of an act so far: asked while it is typed, nothing is done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cases.reading.acts_open import assert_open
from cases.views.acts import act_door
from kit.web import staff_only
from organizations.today import today


@sensitive_post_parameters()
@require_POST
@staff_only
def act_said(request: HttpRequest, case_id: int, slug: str) -> HttpResponse:
    """Say it. Raises Refused: not_found, not_permitted, wrong_state, what closes the act."""
    door = act_door(request, case_id, slug)
    assert_open(door.spot)
    form = door.form(request.POST)
    said = door.row.consequence(door.file, door.leg, form, today())
    return render(request, "cases/_consequences.html", {"consequences": said})
