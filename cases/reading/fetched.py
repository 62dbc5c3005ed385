"""What hangs on a case that was read, in three statements: what every case has, which kinds there are beside it, and these."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, prefetch_related_objects

from cases.models import Case, Document, Event, Leg, Respondent
from cases.reading.case_file import MOST_EVENTS, reads_whole_by_units
from cases.reading.proceedings import KINDS as _PROCEEDINGS
from cases.sight.fetching import Kind, read_kinds, readable_lookups
from kit.prefetching import hand_out, kinds_there
from organizations.mandates import unconfirmed
from organizations.models import Staff

_PARTIES, _DEMANDS, _CLOCKS = Kind(Case, "parties"), Kind(Case, "demands"), Kind(Case, "clocks", ("unit",))
_LEGS = Kind(
    Case,
    "legs",
    (
        "unit__parent",
        "from_unit",
        "handler",
        "first_unit",
        "first_handler",
        "opened_by",
        "issued_by",
        "finalization__proposed_by",
        "finalization__approved_by",
        "archiving",
        "exit",
    ),
)
_EVENTS = Kind(Case, "events", ("by", "for_whom", "unit", "words"), order="-sequence", latest=MOST_EVENTS)
_LETTERS, _OFFICIALS = Kind(Case, "documents", ("unit",)), Kind(Case, "officials_reports")
_RESPONDENTS = Kind(Case, "respondents", ("unit", "staff__unit"))
_OF_CASE = (Kind(Case, "urgent_reports"), Kind(Case, "level_decisions"), Kind(Case, "attachments"))
_OF_LEGS = (
    Kind(Leg, "inquiries", ("by",)),
    Kind(Leg, "assessments", ("by",)),
    *_PROCEEDINGS,
    Kind(Leg, "after_cares", ("by",)),
    Kind(Leg, "past_answers", ("demand",)),
    Kind(Leg, "remedies", ("unit", "against", "drafted_by", "decided_by")),
    Kind(Leg, "objections", ("arbiter", "proposed", "named", "filed_by", "decided_by")),
    Kind(Leg, "escalations", ("proposed__successor", "asked_unit", "asked_by", "decided_by")),
    Kind(Leg, "hand_offs", ("from_unit", "to_unit", "sent_by", "replied_by")),
)
_OF_LETTERS = (Kind(Document, "services"), Kind(Document, "scans"), Kind(Document, "corrections", ("sheet",)))
# Few cases have any of these, and none has all: which there are is asked before they are.
_SELDOM = (*_OF_CASE, _RESPONDENTS, _OFFICIALS, _LETTERS, *_OF_LEGS)
_RELATIONS = tuple((each.of, each.name) for each in _SELDOM)


def fetch_hanging(case: Case, by: Staff) -> tuple[list[Leg], list[Event] | None]:
    """Keep with a case what of it its reader may read, and return its legs with all that hangs on them.

    Its events come along for who reads the file itself at one of its units; `events_of` asks for them otherwise.
    """
    always = read_kinds(case, (_PARTIES, _DEMANDS, _CLOCKS, _LEGS))
    legs: list[Leg] = always.pop(_LEGS)
    _hand_out(always, [case])
    for leg in legs:
        # Not kept with the case: whoever asks it for its legs means all of them, the sealed ones too.
        leg.case = case
    for name in ("demands", "clocks"):
        hand_out(getattr(case, name).all(), legs, name)
    there = kinds_there(_RELATIONS, {Case: [case.pk], Leg: [leg.pk for leg in legs]})
    wanted = [kind for kind in _SELDOM if kind.name in there]
    wanted += _OF_LETTERS if _LETTERS in wanted else ()
    wanted += [_EVENTS] if reads_whole_by_units(by, case, legs) else []
    found: dict[Kind, list[Any]] = {kind: [] for kind in _SELDOM} | read_kinds(case, wanted)
    _hand_out_letters(case, legs, found)
    _hand_out({kind: found[kind] for kind in (*_OF_CASE, _RESPONDENTS, _OFFICIALS)}, [case])
    _hand_out({kind: found[kind] for kind in _OF_LEGS}, legs)
    prefetch_related_objects(found[_RESPONDENTS], *readable_lookups(case, Respondent, ("demands",)))
    return legs, found.get(_EVENTS)


def events_of(case: Case, fetched: list[Event] | None) -> list[Event]:
    """Return the latest events of a case, the newest first, each with whether its leader has still to confirm it."""
    found: list[Event] = read_kinds(case, (_EVENTS,))[_EVENTS] if fetched is None else fetched
    waiting = unconfirmed({(e.for_whom_id, e.by_id, e.on) for e in found if e.for_whom_id and e.by_id})
    for event in found:
        event.unconfirmed = (event.for_whom_id, event.by_id, event.on) in waiting
    return found


def _hand_out(found: dict[Kind, list[Any]], parents: Iterable[Model]) -> None:
    for kind, rows in found.items():
        hand_out(rows, list(parents), kind.name)


def _hand_out_letters(case: Case, legs: list[Leg], found: dict[Kind, list[Any]]) -> None:
    letters: list[Document] = found[_LETTERS]
    hand_out(letters, legs, "documents")
    _hand_out({kind: found[kind] for kind in _OF_LETTERS if kind in found}, letters)
    # The letter of a report to the organisation department belongs to no leg.
    by_key = {letter.pk: letter for letter in letters}
    for report in found[_OFFICIALS]:
        report.document = by_key[report.document_id]
