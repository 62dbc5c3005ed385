"""Letters of records: numbered without gaps, their words fixed when they are made."""

from django.template.loader import render_to_string

from kit.letters import RecordPaper, fill
from kit.paper.check_codes import check_code
from kit.paper.sheet import LAYOUT
from law.errors import Refused
from law.letters import Element, assert_none_missing
from organizations.authority import stands_at
from organizations.journal.noting import note
from organizations.journal.verbs import RECORD_LETTER_ISSUED
from organizations.models import RecordLetter, Unit
from organizations.papers.numbers import next_number
from organizations.recording import Recorded


def issue_letter(made: Recorded, paper: RecordPaper, *, unit: Unit, **words: object) -> RecordLetter:
    """Make a letter of a unit about the record of a step under way, and note it.

    ``words``: what the variables of the paper read, beside record, unit, on and number. A refused step leaves no gap.
    Raises Refused: not_permitted, letter_incomplete.
    """
    if unit.pk not in {each.pk for each in stands_at(made.by)}:
        raise Refused("not_permitted", f"《{paper.title}》由发文单位“{unit.name}”的人员出具。")
    record, on = made.record, made.on
    number = next_number(unit, paper.code, on.year, word=paper.word)
    letter = RecordLetter(
        district=record.unit.district,
        record=record._meta.label_lower,
        key=record.pk,
        unit=unit,
        kind=paper.code,
        number=number,
        content=_content(paper, {**words, "record": record, "unit": unit, "on": on, "number": number}),
        issued_on=on,
        issued_by=made.by,
        layout=LAYOUT,
    )
    letter.check_code = check_code(letter)
    letter.save(force_insert=True)
    note(RECORD_LETTER_ISSUED, by=made.by, at=record.unit, about=record, letter=paper.code, number=number)
    return letter


def _content(paper: RecordPaper, words: dict[str, object]) -> str:
    values = {variable.name: variable.words(words) for variable in paper.variables}
    empty = [each.name for each in paper.variables if each.required and not values[each.name].strip()]
    assert_none_missing(paper.title, [Element(name, name, paper.article) for name in empty])
    return fill(render_to_string(paper.template).strip(), values)
