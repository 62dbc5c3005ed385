"""Letters: numbered without gaps, their words fixed when they are made."""

from copy import copy
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from cases.letters.elements import assert_says
from cases.letters.headings import heading_of
from cases.letters.sentences import sentences_of
from cases.letters.templates import given_for
from cases.letters.variables import filled
from cases.models import Case, Demand, Document, Leg
from cases.models.party import Party, PartyRole
from kit.paper.check_codes import check_code
from kit.paper.sheet import LAYOUT
from kit.together import Together
from law.vocabulary import Kind, Letter
from organizations.closed_units import heir_of, is_closed
from organizations.models import Staff, Unit
from organizations.models.papers import contact_words
from organizations.papers.numbers import next_number
from organizations.today import today
from organizations.vocabulary import UnitKind

# 文种代字 behind the unit's 机关代字; the site's own ones are a matter of its document rules.
KIND_WORDS = {
    Letter.REFERRAL_LETTER: "转",
    Letter.COMMISSION_LETTER: "交",
    Letter.ACCEPTANCE_NOTICE: "受",
    Letter.HANDLING_OPINION: "意",
    Letter.CONCLUSION_REPORT: "结",
    Letter.UPWARD_REPORT: "上",
    Letter.EXTENSION_NOTICE: "延",
    Letter.HEARING_NOTICE: "听通",
    Letter.HEARING_MINUTES: "听录",
    Letter.HEARING_REPORT: "听报",
    Letter.MATERIAL_REQUEST: "补",
    Letter.MEDIATION_AGREEMENT: "调",
    Letter.REEXAM_OPINION: "查",
    Letter.REVIEW_OPINION: "核",
    Letter.REEXAM_REJECT_NOTICE: "复不受",
    Letter.REMEDY_READMITTED_NOTICE: "复受",
    Letter.FINALIZATION_RECORD: "终",
    Letter.CORRECTION_SHEET: "更",
    Letter.ARCHIVE_INDEX: "档",
    Letter.OBJECTION_LETTER: "异",
    Letter.ARBITRATION_REQUEST: "请",
    Letter.NON_ACCEPTANCE_NOTICE: "不",
    Letter.NO_LONGER_ACCEPTED_NOTICE: "不再",
    Letter.DIVERSION_NOTICE: "导",
    Letter.TRANSFER_LETTER: "移",
    Letter.TRANSFER_NOTICE: "转告",
    Letter.SUGGESTION_REPLY: "建复",
    Letter.ACCUSATION_REPLY: "检告",
    Letter.DUTY_REPLY: "责复",
    Letter.PROCEDURE_REPLY: "程告",
    Letter.SPOT_NOTICE: "当告",
    Letter.COMPETENT_BODY_NOTICE: "告",
    Letter.THANKS_LETTER: "谢",
    Letter.OFFICIALS_REPORT: "通",
}
NAMELESS = "（姓名不详）"


def make_document(
    kind: Letter,
    case: Case,
    *,
    leg: Leg | None,
    unit: Unit,
    by: Staff,
    on: date,
    number: str = "",
    together: Together | None = None,
    **words: Any,
) -> Document:
    """Make a letter of a unit: number it and fix its text.

    From the edited version in force on that day, else from templates/letters/<kind>.txt.

    ``words`` are the letter's own variables, beside case, leg, unit, by, on, number, petitioners and the sentences made
    of them (`cases.letters.sentences`); what it must say is looked for in what it says then. ``number`` is given
    only for a letter that a body outside numbered itself. Whoever gave no name is written to without one:
    registration is never refused, and neither is the letter. ``together``: what it is written with, by who asks for no
    row of it before.
    Raises Refused letter_incomplete.
    """
    people = [party for party in case.parties.all() if party.name]
    given = given_for(kind, on, unit, case)
    number = number or next_number(unit, kind, on.year, word=KIND_WORDS.get(kind, ""))
    known = {"case": case, "leg": leg, "unit": unit, "by": by, "on": on, "number": number, "files": given.files}
    words = {**known, "petitioners": _joined(people) or NAMELESS, **words}
    words |= sentences_of(kind, words)
    content = (
        filled(kind, given.wording.body, words)
        if given.wording
        else render_to_string(f"letters/{kind}.txt", words).strip()
    )
    assert_says(kind, content, words)
    document = Document(
        case=case,
        leg=leg,
        unit=unit,
        kind=kind,
        number=number,
        content=content,
        issued_on=on,
        issued_by=by,
        layout=LAYOUT,
        wording=given.wording,
        names="\n".join(party.name for party in people),
        heading=heading_of(kind, words),
        signed_name=unit.formal_name,
        seal_line=unit.signature,
        contact=contact_words(given.contact.person, given.contact.phone, unit.address),
    )
    document.check_code = check_code(document)
    if together:
        together.insert(document)
    else:
        document.save(force_insert=True)
    return document


def named(case: Case) -> str:
    """Return the names of the petitioners that gave one; an agent's only where nobody else is named."""
    return _joined([party for party in case.parties.all() if party.name])


def _joined(people: list[Party]) -> str:
    own = [party for party in people if party.role != PartyRole.AGENT]
    return "、".join(party.name for party in own or people)


def printed_names(case: Case) -> str:
    """Return the petitioners as a letter names them."""
    return named(case) or NAMELESS


def told_demands(case: Case, leg: Leg) -> list[Demand]:
    """Return the demands of a leg in the words its unit may read: of a sealed case the extract alone (Art. 30)."""
    return [_told(demand) if case.sealed and demand.kind != Kind.ACCUSATION else demand for demand in leg.demands.all()]


def _told(demand: Demand) -> Demand:
    """A copy for the letter alone; of a case sealed after the demand was sent on there is no extract: its number says enough."""
    told = copy(demand)
    told.text = demand.extract or f"第{demand.number}项诉求"
    return told


def issuer(letter: Document, case: Case) -> Unit:
    """Return the unit that stands for a letter: the issuing one, its successor once it is closed, or the desk that
    recorded a letter from outside.
    """
    if letter.unit.kind == UnitKind.EXTERNAL:
        return case.unit
    return (heir_of(letter.unit) or letter.unit) if is_closed(letter.unit, today()) else letter.unit
