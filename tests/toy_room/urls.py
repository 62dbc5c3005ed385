"""The pages of the toy room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from cases.forms.drafts import forget_draft, form_on, keep_draft, kept_draft
from kit.web import staff_only
from organizations.record_page import record_panels
from organizations.today import today
from organizations.views.people import member
from tests.toy_room.steps import note_of, take
from tests.toy_room.supervising import supervised

app_name = "toy"


@staff_only
def supervised_page(request: HttpRequest) -> HttpResponse:
    """List what was supervised within reach."""
    return render(request, "toy_room/list.html", {"cases": supervised(member(request), today())})


@require_safe
@staff_only
def note_page(request: HttpRequest, note_id: int) -> HttpResponse:
    """Show a note, with the answer that this person has half typed."""
    note = note_of(member(request), note_id)
    kept = kept_draft(member(request), form_on(note, "answer", by=member(request)))
    typed = kept[1]["text"][0] if kept else ""
    shown = {"note": note, "step_url": f"{note.get_absolute_url()}answer/", "typed": typed, **record_panels(note)}
    return render(request, "toy_room/note.html", shown)


@require_POST
@staff_only
def note_step(request: HttpRequest, note_id: int, step: str) -> HttpResponse:
    """Take a step of a note, or keep what is typed of it so far."""
    staff = member(request)
    note = note_of(staff, note_id)
    form = form_on(note, step, by=staff)
    if "keep" in request.POST:
        keep_draft(staff, form, {"text": request.POST.getlist("text")})
    else:
        take(staff, note_id, step, request.POST, request.FILES)
        forget_draft(staff, form)
    return redirect(note)


urlpatterns = [
    path("toy/", supervised_page, name="list"),
    path("toy/notes/<int:note_id>/", note_page, name="note"),
    path("toy/notes/<int:note_id>/<slug:step>/", note_step, name="note_step"),
]
