"""How one reader comes to the names on the papers of a case: its letters, its receipt, its people as a whole."""

from datetime import date

from cases.letters.names import masked_letter, names_people
from cases.models import Document
from cases.places.reasons_to_see import Paper, Way, has_keys, reason_given, way_to
from cases.reading.case_file import CaseFile
from organizations.models import Staff


def way_to_letter(file: CaseFile, by: Staff, document: Document, on: date) -> Way:
    """Tell how a reader comes to the names in a letter of the file today."""
    if not names_people(document, file.case.parties.all()) or reason_given(file.case, by, on):
        return Way.OPEN
    return way_to(by, file.case, file.legs, Paper.of_letter(document, file.case))


def way_to_receipt(file: CaseFile, by: Staff, on: date) -> Way:
    """Tell how a reader comes to the name on the receipt of the registration today."""
    named = any(party.name.strip() for party in file.case.parties.all()) and not file.case.anonymous
    if not named or reason_given(file.case, by, on):
        return Way.OPEN
    return way_to(by, file.case, file.legs, Paper(file.case.unit, issued_by_id=file.case.registered_by_id))


def way_to_people(file: CaseFile, by: Staff, on: date) -> Way:
    """Tell how a reader who may unmask comes to the people of a case as a whole, on its page."""
    if reason_given(file.case, by, on):
        return Way.OPEN
    desk = Paper(file.case.unit, issued_by_id=file.case.registered_by_id)
    papers = [desk, *(Paper.of_letter(each, file.case) for each in file.documents)]
    return Way.KEY if has_keys(by, file.case, file.legs, papers) else Way.TYPED


def letter_on_screen(file: CaseFile, document: Document, way: Way) -> Document:
    """Return a letter as its page shows it: with the names only where a reason was given."""
    return document if way is Way.OPEN else masked_letter(document, file.case.parties.all())
