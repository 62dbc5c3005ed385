"""The pages of what was chosen on a page of registration: looked at, nothing of it kept before it is registered."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from cases.actions.registration import desk_of
from cases.forms.upload import FilesField
from kit.files import CheckedFile
from kit.plain_forms import PlainForm
from kit.web import staff_only
from organizations.views.people import member
from reception.scans.showing import viewer

VIEWER = "reception/_pages.html"


class ScanForm(PlainForm):
    """扫描件."""

    attachments: forms.Field = FilesField(label="扫描件")


@require_POST
@staff_only
def preview(request: HttpRequest) -> HttpResponse:
    """Show the pages of the files that were chosen. Raises Refused not_permitted."""
    desk_of(member(request))
    form = ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        said = [str(words) for every in form.errors.values() for words in every]
        return render(request, VIEWER, {"pages": [], "remarks": said})
    return render(request, VIEWER, viewer(_contents(form.cleaned_data["attachments"])))


def _contents(files: list[CheckedFile]) -> Any:
    for file in files:
        file.upload.seek(0)
        yield file.name, file.suffix, file.upload.read()
