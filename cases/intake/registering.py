"""Registering from a page: one form is one case however often it is sent; what looks odd is said, never refused."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from cases.actions.inputs import PartyInput
from cases.actions.matters import join_matter
from cases.actions.registration import desk_of, register
from cases.forms.intake_page import SOURCE
from cases.letters.attachments import store_files
from cases.models import Case
from cases.models.party import IdType, PartyRole
from kit.files import CheckedFile
from kit.id_cards import id_card_doubt, phone_doubt
from law.admission import Mark, marks
from law.errors import Refused
from law.vocabulary import Act, Channel
from organizations.authority import may
from organizations.models import Staff
from organizations.vocabulary import UnitKind


def register_once(by: Staff, arguments: dict[str, Any], files: Sequence[CheckedFile]) -> Case:
    """Register with the files, or return the case that the same form has already become.

    Raises Refused as `register` and `store_files` do; then nothing is left behind.
    """
    with transaction.atomic():
        case = register(by=by, **arguments)
        store_files(case, files, by)
    return case


def may_join(by: Staff) -> bool:
    """Tell whether a person may say at intake that what he registers is of the matter of a case that he is shown."""
    desk = desk_of(by)
    return desk.kind == UnitKind.PETITION_OFFICE and may(by, Act.JOIN_MATTER, at=desk)


def join_hinted(by: Staff, case: Case, number: str) -> Refused | None:
    """Join a case that was just registered to the matter of one that was shown beside it; return why not, or None.

    Apart from the registration, which stands whatever becomes of this (Art. 22).
    """
    try:
        join_matter(case.pk, by=by, number=number, reason="登记时核对，与提示的信访件是同一事项")
    except Refused as refused:
        return refused
    return None


def registered_under(by: Staff, key: UUID | str) -> Case | None:
    """Return the case that a form with this request key has become, if this person registered it."""
    made = Case.objects.filter(source=SOURCE, external_number=str(key), unit=desk_of(by))
    return made.filter(registered_by=by).first()


def marks_of(case: Case, parties: Sequence[PartyInput]) -> tuple[Mark, ...]:
    """Return what people should see about a registration (Art. 19, 20, 23)."""
    return marks(
        Channel(case.channel),
        petitioners=case.petitioner_count,
        representatives=_representatives(parties),
        named=any(p.name.strip() and p.address.strip() for p in parties),
    )


def visit_marks(channel: str, parties: Sequence[PartyInput]) -> tuple[Mark, ...]:
    """Return what can be said about the representatives of a visit while it is still being typed."""
    if channel != Channel.VISIT:
        return ()
    return marks(Channel.VISIT, petitioners=len(parties), representatives=_representatives(parties))


def doubts(parties: Iterable[PartyInput], on: date) -> list[str]:
    """Return what does not fit in the ID and phone numbers typed, by the person's place in the form."""
    found = []
    for place, party in enumerate(parties, 1):
        card = id_card_doubt(party.id_number, on) if party.id_type in ("", IdType.ID_CARD) else ""
        found += [f"第{place}位：{words}" for words in (card, phone_doubt(party.phone)) if words]
    return found


def _representatives(parties: Sequence[PartyInput]) -> int:
    return sum(party.role == PartyRole.REPRESENTATIVE for party in parties)
