"""Asking for the text of an envelope's scans."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kit.web import staff_only
from organizations.views.people import member
from reception.envelopes.reading import envelope_of
from reception.recognition.work import ask_recognition


@require_POST
@staff_only
def recognise(request: HttpRequest, envelope_id: int) -> HttpResponse:
    """Ask the worker to read the scans of an envelope. Raises Refused: not_found, and as `ask_recognition`."""
    staff = member(request)
    job = ask_recognition(envelope_of(staff, envelope_id), by=staff)
    return redirect("job", job.pk)
