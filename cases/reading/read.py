"""Reading a case: what of it one person may read, fetched by the one rule, with the acts that are open to him."""

from datetime import date

from cases.models import Case, Document, Leg, Party
from cases.places.matters import with_matter_shared
from cases.reading.acts_open import openings
from cases.reading.case_file import (
    SEALED_SUBJECT,
    CaseFile,
    DemandView,
    PartyView,
    readable_subject,
    reads_whole,
    shown_legs,
    was_asked,
)
from cases.reading.fetched import events_of, fetch_hanging
from cases.reading.matter import matter_of
from cases.reading.proceedings import proceedings_of
from cases.sight.out_of_reach import not_found
from kit.masking import mask_address, mask_name, mask_number
from law.matters import petition_marks
from organizations.models import Staff


def read_case(case_id: int, *, by: Staff, on: date) -> CaseFile:
    """Read a case as ``by`` may. Raises Refused not_found: not there, or out of reach."""
    case = _case(case_id, by)
    opened = case.sealed_open  # annotated by readable_by
    legs, events = fetch_hanging(case, by)
    whole = reads_whole(by, case, legs)
    if not whole:
        legs = shown_legs(by, case, legs)
    demands = _demands(case, legs, opened=opened, whole=whole)
    related, again = matter_of(case, by) if whole else ([], False)
    acts = openings(by, case, legs, on)
    # Art. 30, para 2 and 3: who was told of an official is part of what is sealed, with its letter.
    officials = list(case.officials_reports.all()) if whole else []
    return CaseFile(
        case=case,
        whole=whole,
        sealed_open=opened,
        subject=readable_subject(case),
        content=case.content if whole and opened else "",
        parties=[_party(party, on) for party in case.parties.all()],
        respondents=list(case.respondents.all()) if whole else [],
        demands=demands,
        legs=legs,
        clocks=list(case.clocks.all()) if whole else [],
        hand_offs=[h for leg in legs for h in leg.hand_offs.all() if whole or was_asked(by, h)],
        remedies=[r for leg in legs for r in leg.remedies.all()] if whole else [],
        documents=_letters(case, legs) if whole else [],
        proceedings=proceedings_of(case, legs, by) if whole else [],
        attachments=list(case.attachments.all()) if whole else [],
        events=events_of(case, events) if whole else [],
        related=related,
        marks=petition_marks(repeated=again, petitioners=case.petitioner_count) if whole else (),
        openings=[each for each in acts if each.refusal is None],
        # Why an act is closed may tell of an accusation: that is for who reads it.
        closed=[each for each in acts if each.refusal] if opened else [],
        urgent_reports=list(case.urgent_reports.all()) if whole else [],
        level_decisions=list(case.level_decisions.all()) if whole else [],
        officials_reports=officials,
    )


def _letters(case: Case, legs: list[Leg]) -> list[Document]:
    return [letter for leg in legs for letter in leg.documents.all()] + [
        letter for letter in case.documents.all() if letter.leg_id is None
    ]


def _case(case_id: int, by: Staff) -> Case:
    rows = with_matter_shared(Case.objects.readable_by(by))
    rows = rows.select_related(
        "unit", "district", "matter", "collection", "registered_by__unit", "category_term", "division"
    )
    try:
        return rows.get(pk=case_id)
    except Case.DoesNotExist as unread:
        raise not_found() from unread


def _demands(case: Case, legs: list[Leg], *, opened: bool, whole: bool) -> list[DemandView]:
    keys = {leg.pk for leg in legs}
    rows = [d for d in case.demands.all() if whole or d.leg_id in keys]
    if opened:
        return [DemandView(d, d.text) for d in rows]
    return [DemandView(d, d.extract or SEALED_SUBJECT) for d in rows]


def _party(party: Party, on: date) -> PartyView:
    return PartyView(
        party.pk,
        party.get_role_display(),
        mask_name(party.name),
        mask_number(party.phone),
        mask_number(party.id_number),
        mask_address(party.address),
        party.unclear,
        party.mandate,
        party.mandate_until,
        party.mandate_until is not None and party.mandate_until < on,
    )
