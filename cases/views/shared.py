"""What the views of this floor share: who asks, which file, and what was typed or came as a sheet."""

from typing import Any

from django.http import HttpRequest

from cases.importing.pasted import sheet_text
from cases.reading.case_file import CaseFile
from cases.reading.read import read_case
from law.errors import Refused
from organizations.today import today
from organizations.views.people import member


def asked_file(request: HttpRequest, case_id: int) -> CaseFile:
    """Return the file of a case as whoever asks may read it. Raises Refused not_found."""
    return read_case(case_id, by=member(request), on=today())


def typed_sheet(request: HttpRequest, *, named: str, between: str) -> tuple[dict[str, Any], Refused | None]:
    """Return what was typed, with the lines of the file where one came; one that cannot be read loses nothing."""
    typed: dict[str, Any] = request.POST.dict()
    upload = request.FILES.get("file")
    try:
        return {**typed, "lines": sheet_text(upload, named=named, between=between)} if upload else typed, None
    except Refused as refused:
        return typed, refused
