"""The steps of a note for programs."""

from typing import Any, cast

from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from organizations.models import Staff
from tests.toy_room.steps import take


class NoteStep(APIView):
    """One step of a note."""

    def post(self, request: Request, note_id: int, step: str) -> Response:
        """Take it."""
        note = take(cast(Staff, request.user), note_id, step, cast(dict[str, Any], request.data))
        return Response({"id": note.pk, "state": note.state})


urlpatterns = [path("toy/notes/<int:note_id>/<slug:step>/", NoteStep.as_view(), name="api-toy-note-step")]
