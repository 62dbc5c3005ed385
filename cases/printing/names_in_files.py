"""How one reader comes to the names on the papers of a case: its letters, forms and receipt, and a day's letters."""

from collections.abc import Sequence
from datetime import date

from django.db.models import prefetch_related_objects

from cases.actions.unmasking import give_reasons, names_on_paper, reason_needed
from cases.letters.names import marked, masked_letter, names_people
from cases.models import Case, Document
from cases.places.reasons_to_see import Paper, Way, cases_with_reason, reason_given, way_to
from cases.printing.paper_forms import Printable
from cases.reading.case_file import CaseFile
from cases.reading.ways_to_names import way_to_letter
from law.errors import Refused
from law.privacy import Purpose
from organizations.models import Staff

# The letters of a day, each with how its names are come to.
DayWays = list[tuple[Document, Way]]
_OF_A_CASE = (
    "case__unit",
    "case__legs__unit",
    "case__legs__remedies__unit",
    "case__legs__documents__unit",
    "leg__remedies",
)


def way_to_form(file: CaseFile, by: Staff, form: Printable, on: date) -> Way:
    """Tell how a reader comes to the names on a form today; one that shows none of them is open."""
    if form.document:
        return way_to_letter(file, by, form.document, on)
    named = form.names and file.sealed_open and any(party.name for party in file.case.parties.all())
    if not named or reason_given(file.case, by, on):
        return Way.OPEN
    paper = Paper(form.leg.unit if form.leg else file.case.unit, form.leg)
    return way_to(by, file.case, file.legs, paper)


def letter_on_paper(file: CaseFile, by: Staff, document: Document, on: date) -> Document:
    """Return a letter for a file; masked, and marked as that, for who may not see names. Raises Refused reason_needed."""
    way = way_to_letter(file, by, document, on)
    shown = names_on_paper(way, file.case, by=by, on=on)
    return document if shown else marked(masked_letter(document, file.case.parties.all()))


def assert_image_open(file: CaseFile, by: Staff, document: Document, on: date) -> None:
    """Refuse the scan of a letter whose names a person may not see: nothing masks a picture.

    Raises Refused: reason_needed, not_permitted.
    """
    if not names_on_paper(way_to_letter(file, by, document, on), file.case, by=by, on=on):
        raise Refused("not_permitted", "扫描件上有信访人的姓名，您的角色不能查看；可以看遮盖姓名的文书页面。")


def ways_of_day(letters: Sequence[Document], by: Staff, on: date) -> DayWays:
    """Return the letters of a day, each with how its names are come to; few queries, however many letters."""
    prefetch_related_objects(letters, "case__parties")
    naming = [letter for letter in letters if names_people(letter, letter.case.parties.all())]
    cases: dict[int, Case] = {letter.case_id: letter.case for letter in naming}
    given = cases_with_reason(cases.values(), by, on)
    asking = {letter.pk for letter in naming if letter.case_id not in given}
    prefetch_related_objects([letter for letter in letters if letter.pk in asking], *_OF_A_CASE)
    return [(letter, _way_of(letter, by) if letter.pk in asking else Way.OPEN) for letter in letters]


def asking_cases(ways: DayWays) -> set[int]:
    """Return the keys of the cases of a day for which a reason must be given first."""
    return {letter.case_id for letter, way in ways if way in (Way.KEY, Way.TYPED)}


def day_on_paper(ways: DayWays, by: Staff, on: date) -> list[tuple[Document, bool]]:
    """Return the letters of a day for a file, each with whether it shows its names; own ones are a reason, and are kept.

    Raises Refused reason_needed.
    """
    if cases := asking_cases(ways):
        raise reason_needed(len(cases))
    if own := {letter.case_id for letter, way in ways if way is Way.OWN}:
        give_reasons(own, by=by, purpose=Purpose.DOCUMENT, on=on)
    return [
        (marked(masked_letter(letter, letter.case.parties.all())), False) if way is Way.CLOSED else (letter, True)
        for letter, way in ways
    ]


def _way_of(letter: Document, by: Staff) -> Way:
    return way_to(by, letter.case, letter.case.legs.all(), Paper.of_letter(letter, letter.case))
