"""公示 of review opinions: the one page for everybody, which shows no petitioner (Art. 36, para 2)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.lists.publications import open_publications
from organizations.today import today


@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """Show what is published now to everybody."""
    return render(request, "cases/open_publications.html", {"publications": open_publications(today())})
