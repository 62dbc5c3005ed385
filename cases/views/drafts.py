"""Unfinished intakes: kept every 20 seconds and on a button, dropped by their owner."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.actions.registration import desk_of
from cases.forms.intake_page import key_from, typed_in
from cases.intake.drafts import save_intake
from cases.intake.registering import registered_under
from cases.models import Draft
from kit.web import from_htmx, staff_only
from law.errors import Refused
from organizations.today import now
from organizations.views.people import member


@require_POST
@staff_only
def save_draft(request: HttpRequest) -> HttpResponse:
    """Keep what is typed so far and say when. Raises Refused: not_permitted, draft_key_missing, too_many_drafts."""
    staff = member(request)
    desk_of(staff)
    key = key_from(request.POST.get("key"))
    if key is None:
        raise Refused("draft_key_missing", "草稿没有存：页面已经过时。您填写的内容还在，请复制后重新打开登记页。")
    kept = None if registered_under(staff, key) else save_intake(staff, key, typed_in(request.POST))
    if not from_htmx(request):
        return redirect("cases:desk")
    return render(request, "cases/_draft_kept.html", {"at": now() if kept else None})


@require_POST
@staff_only
def drop_draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Forget one of my drafts; another person's does not exist for me."""
    get_object_or_404(Draft, pk=draft_id, staff=member(request)).delete()
    return HttpResponse("") if from_htmx(request) else redirect("cases:desk")
