"""May this person correct this registration now? Asked of the act itself; and whom of it."""

from datetime import date

from django.shortcuts import get_object_or_404

from cases.models import Party
from cases.places.spot import Spot
from cases.reading.case_file import CaseFile
from law.vocabulary import Act
from organizations.models import Staff


def correction_spot(file: CaseFile, staff: Staff, on: date) -> Spot:
    """Return the act CORRECT on a case that was read."""
    return Spot(Act.CORRECT, file.case, staff, on, file.legs, None, None)


def person_of(file: CaseFile, staff: Staff, person_id: int) -> Party:
    """Return a person of a case that was read."""
    found: Party = get_object_or_404(Party.objects.readable_by(staff), pk=person_id, case=file.case.pk)
    return found
