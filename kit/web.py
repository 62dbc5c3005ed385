"""What every page needs: who may come in, a fragment for htmx or a whole page, a refusal that is shown by the page itself."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache

from law.errors import Refused


class RefusedAnswer(HttpResponse):
    """A page or fragment that shows a refusal itself; the roof gives it the refusal's status."""

    def __init__(self, content: bytes, refused: Refused) -> None:
        super().__init__(content)
        self.refused = refused


def download(file: Any, name: str, content_type: str | None = None, *, lost: Refused) -> FileResponse:
    """Return a stored file to save, its type by its name where none is said. Raises ``lost`` where the store lacks it."""
    try:
        answer = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type=content_type)
    except OSError as gone:
        raise lost from gone
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def file_answer(content: bytes, content_type: str, name: str, *, saved: bool) -> HttpResponse:
    """Return a file for the browser to show, or to save under its number."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = content_disposition_header(saved, name) or ""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def staff_only(view: Any) -> Any:
    """Let only logged-in staff in, and let no cache keep what they saw."""
    return never_cache(login_required(view))


def from_htmx(request: HttpRequest) -> bool:
    """Tell whether a fragment is wanted instead of a whole page."""
    return request.headers.get("HX-Request") == "true"


def show(request: HttpRequest, page: str, fragment: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Answer with the fragment for htmx, with the whole page for a plain browser."""
    return render(request, fragment if from_htmx(request) else page, context, status=status)
