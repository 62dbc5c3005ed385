"""The draft of a leg as it will look on paper: for who submits it and who signs it, with the names as its reader may see them."""

from dataclasses import dataclass
from datetime import date

from cases.actions.previewing import assert_previews, drafts_of
from cases.actions.unmasking import names_on_paper
from cases.letters.names import marked, masked_letter
from cases.models import Document, Leg
from cases.openings.missing import Missing, missing_in_draft
from cases.places.reasons_to_see import Way
from cases.reading.case_file import CaseFile
from cases.reading.ways_to_names import letter_on_screen, way_to_letter
from cases.sight.out_of_reach import not_found
from kit.paper.drafts import drafts_pdf, drafts_png
from law.errors import Refused
from organizations.models import Staff


@dataclass(frozen=True)
class Preview:
    """What a reader may see of a draft: its letters, or why there is none yet; and what is missing."""

    leg: Leg
    letters: list[Document]
    way: Way
    missing: list[Missing]
    refused: Refused | None = None


def preview_of(file: CaseFile, leg_id: int, by: Staff, on: date) -> Preview:
    """Return the preview of the draft of a leg. Raises Refused: not_found, not_permitted, wrong_state."""
    leg = next((each for each in file.legs if each.pk == leg_id), None)
    if leg is None or not file.whole:
        raise not_found()
    assert_previews(leg, by)
    missing = missing_in_draft(file.case, leg)
    if blocking := next((each for each in missing if each.blocks), None):
        refused = Refused(blocking.code, blocking.message, blocking.article)
        return Preview(leg, [], Way.OPEN, missing, refused)
    try:
        letters = drafts_of(leg, by=by, on=on)
    except Refused as refused:
        return Preview(leg, [], Way.OPEN, missing, refused)
    for letter in letters:
        letter.leg = leg
    ways = [way_to_letter(file, by, letter, on) for letter in letters]
    return Preview(leg, letters, next((way for way in ways if way is not Way.OPEN), Way.OPEN), missing)


def pictures(file: CaseFile, preview: Preview, on: date) -> list[bytes]:
    """Return the pages as pictures; the names are masked until a reason was given today. Raises Refused glyph_missing."""
    letters = [letter_on_screen(file, letter, preview.way) for letter in preview.letters]
    return drafts_png(letters, on) if letters else []


def preview_pdf(file: CaseFile, preview: Preview, by: Staff, on: date) -> bytes:
    """Return the letters as one PDF. Raises Refused: reason_needed, glyph_missing, and why there is no letter yet."""
    if preview.refused:
        raise preview.refused
    shown = names_on_paper(preview.way, file.case, by=by, on=on)
    people = file.case.parties.all()
    letters = [each if shown else marked(masked_letter(each, people)) for each in preview.letters]
    return drafts_pdf(letters, on)
