"""The correction of a registration (Art. 22): the old values stay in the chain."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from cases.actions.deed import Deed
from cases.actions.dictionary_words import relinked
from cases.actions.frame import performing
from cases.actions.inputs import PartyInput
from cases.actions.parties import party_row, write_parties
from cases.clocks import end_clocks
from cases.models import Case, Party
from cases.models.clock import RUNNING
from cases.record.search_terms import index_case
from cases.sight.out_of_reach import not_found
from kit.masking import mask_address, mask_name, mask_number
from law.errors import Refused
from law.vocabulary import Act, Duty
from organizations.models import Staff

# What a correction brings along beside the words, by the names that the doors give it.
_AS_SENT = {"category_term": "category_code", "division": "place"}
CORRECTABLE = (
    "channel",
    "subject",
    "content",
    "location",
    "category",
    "petitioner_count",
    "urgent",
    "anonymous",
    *_AS_SENT,
)


def correct(
    case_id: int,
    *,
    by: Staff,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
    parties: Sequence[PartyInput] = (),
    person: int | None = None,
    person_changes: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Case:
    """Correct a registration (Art. 22) with a reason; the old values go into the chain as its words.

    ``changes``: any of CORRECTABLE, the last two by ``category_code`` and ``place``; ``parties`` replace the people of
    the case, whose old data is kept masked only. ``person`` with ``person_changes``: the key of one of them, and what
    of him is put right by the names of PartyInput; the rest of him, and the others, stay as they are.
    Raises Refused: not_found, not_permitted, wrong_state, nothing_changed, term_unknown, place_unfit.
    """
    with performing(Act.CORRECT, case_id, by=by, seen=seen, on=on) as deed:
        case = deed.case
        changes = relinked(case, changes, deed.on)
        changed = {
            name: value for name, value in changes.items() if name in CORRECTABLE and getattr(case, name) != value
        }
        old = [f"{_label(name)}：{_said(getattr(case, name))}" for name in changed]
        people = _replaced(case, parties) if parties else _put_right(case, person, person_changes or {})
        if not changed and not people:
            raise Refused("nothing_changed", "没有任何改动，不需要更正。")
        old += people
        deed.text = f"更正理由：{reason}\n原值：{'；'.join(old)}"
        deed.facts = {
            "fields": sorted([*(_AS_SENT.get(name, name) for name in changed), *(["parties"] if people else [])])
        }
        for name, value in changed.items():
            setattr(case, name, value)
        _turn_urgent(deed, changed.get("urgent"))
        index_case(case)
    return deed.case


def _turn_urgent(deed: Deed, urgent: object) -> None:
    """Marked urgent, a report is owed at once (Art. 25); no longer urgent, it is owed no more."""
    owed = deed.case.clocks.filter(RUNNING, leg=None, duty=Duty.URGENT_REPORT)
    if urgent is False:
        end_clocks(owed, deed.act, deed.on)
    if not urgent or owed.exists():
        deed.omits.add(Duty.URGENT_REPORT)


def _replaced(case: Case, parties: Sequence[PartyInput]) -> list[str]:
    """Put other people in the place of those registered, and return the old ones as the timeline may show them."""
    rows = list(case.parties.all())
    case.parties.all().delete()
    write_parties(case, parties)
    case.petitioner_count = max(case.petitioner_count, len(parties))
    return [_masked(row) for row in rows]


def _put_right(case: Case, person: int | None, changes: Mapping[str, Any]) -> list[str]:
    """Put right what is said of one person, in the same row; return how it was, masked. Raises Refused not_found."""
    if person is None:
        return []
    row = case.parties.filter(pk=person).first()
    if row is None:
        raise not_found()
    known = {column.name: getattr(row, column.name) for column in fields(PartyInput)}
    wanted = PartyInput(**{**known, **changes})
    if wanted == PartyInput(**known):
        return []
    told = _masked(row)
    fresh = party_row(case, wanted)
    fresh.pk = row.pk
    fresh.save(force_update=True)
    return [told]


def _masked(row: Party) -> str:
    return f"信访人：{mask_name(row.name)} {mask_number(row.phone)} {mask_address(row.address)}"


def _said(value: Any) -> str:
    return "（无）" if value is None else str(value)


def _label(name: str) -> str:
    return str(getattr(Case._meta.get_field(name), "verbose_name", name))
