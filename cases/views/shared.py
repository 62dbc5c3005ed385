"""What the views of this floor share: who asks, which file, and numbers taken from an address."""

from django.http import HttpRequest

from cases.reading.case_file import CaseFile, read_case
from cases.sight.out_of_reach import not_found
from organizations.today import today
from organizations.views.people import member

MOST_DIGITS = 18


def asked_file(request: HttpRequest, case_id: int) -> CaseFile:
    """Return the file of a case as whoever asks may read it. Raises Refused not_found."""
    return read_case(case_id, by=member(request), on=today())


def key_of(text: str | None) -> int | None:
    """Return a key from an address or hidden field, None where there is none. Raises Refused not_found: no number."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise not_found()
    return int(text)
