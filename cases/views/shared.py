"""What the views of this floor share: who asks, which file, and numbers taken from an address."""

from django.http import HttpRequest

from cases.reading.case_file import CaseFile
from cases.reading.read import read_case
from organizations.today import today
from organizations.views.people import member


def asked_file(request: HttpRequest, case_id: int) -> CaseFile:
    """Return the file of a case as whoever asks may read it. Raises Refused not_found."""
    return read_case(case_id, by=member(request), on=today())
