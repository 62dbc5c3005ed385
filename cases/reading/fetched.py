"""What hangs on a case that was read, in three statements: what every case has, which kinds there are beside it, and these."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from cases.models import Case, Document, Event, Leg, Promise, Respondent
from cases.reading.case_file import MOST_EVENTS, reads_whole_by_units
from cases.reading.commissions import OF_CASE as _COMMISSIONS
from cases.reading.proceedings import KINDS as _PROCEEDINGS
from cases.sight.fetching import Kind, read_kinds
from kit.prefetching import hand_out, keep, kinds_there
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
_RESPONDENTS, _COMPLAINED_OF = Kind(Case, "respondents", ("unit", "staff__unit")), Kind(Respondent, "demands")
_PROMISES = Kind(
    Case, "promises", ("unit", "promiser__unit", "by", "kept_by", "withdrawn_by", "visited_by", "visit_unit")
)
_CHANGED = Kind(Promise, "changes", ("by",))
_OF_CASE = (
    Kind(Case, "urgent_reports"),
    Kind(Case, "level_decisions"),
    Kind(Case, "attachments"),
    Kind(Case, "dissuasions", ("by", "unit")),
    Kind(Case, "proposals", ("unit", "by", "decided_by")),
    *_COMMISSIONS,
    _PROMISES,
    _RESPONDENTS,
    _OFFICIALS,
)
_OF_LEGS = (
    Kind(Leg, "inquiries", ("by",)),
    Kind(Leg, "assessments", ("by",)),
    *_PROCEEDINGS,
    Kind(Leg, "after_cares", ("by",)),
    Kind(Leg, "past_answers", ("demand",)),
    Kind(Leg, "remedies", ("unit", "against", "drafted_by", "decided_by")),
    Kind(Leg, "objections", ("arbiter", "proposed", "named", "filed_by", "decided_by")),
    Kind(Leg, "escalations", ("proposed__successor", "asked_unit", "asked_by", "decided_by")),
    Kind(Leg, "redirects", ("proposed", "asked_unit", "asked_by", "decided_by")),
    Kind(Leg, "hand_offs", ("from_unit", "to_unit", "sent_by", "replied_by")),
)
_OF_LETTERS = (Kind(Document, "services"), Kind(Document, "scans"), Kind(Document, "corrections", ("sheet",)))
# Few cases have any of these, and none has all: which there are is asked before they are.
_SELDOM = (*_OF_CASE, _LETTERS, *_OF_LEGS)
_RELATIONS = tuple((each.of, each.name) for each in _SELDOM)
# What is asked for wherever there is one of a kind.
_WITH = {_LETTERS: _OF_LETTERS, _RESPONDENTS: (_COMPLAINED_OF,), _PROMISES: (_CHANGED,)}


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
    for kind in (_DEMANDS, _CLOCKS):
        hand_out(always[kind], legs, kind.name)
    found = read_kinds(case, _wanted(case, legs, events=reads_whole_by_units(by, case, legs)))
    _hand_out_seldom(case, legs, defaultdict(list, found))
    return legs, found.get(_EVENTS)


def _wanted(case: Case, legs: list[Leg], *, events: bool) -> list[Kind]:
    there = kinds_there(_RELATIONS, {Case: [case.pk], Leg: [leg.pk for leg in legs]})
    seldom = [each for kind in _SELDOM if kind.name in there for each in (kind, *_WITH.get(kind, ()))]
    return [*seldom, _EVENTS] if events else seldom


def _hand_out_seldom(case: Case, legs: list[Leg], found: dict[Kind, list[Any]]) -> None:
    letters: list[Document] = found[_LETTERS]
    _hand_out({kind: found[kind] for kind in _OF_CASE}, [case])
    _hand_out({kind: found[kind] for kind in (_LETTERS, *_OF_LEGS)}, legs)
    # Some letters belong to no leg: what was handed over at the counter, what the organisation department was told.
    keep(case, "documents", letters)
    _hand_out({kind: found[kind] for kind in _OF_LETTERS}, letters)
    hand_out(found[_CHANGED], found[_PROMISES], _CHANGED.name)
    for respondent in found[_RESPONDENTS]:
        under = {pair.demand_id for pair in found[_COMPLAINED_OF] if pair.respondent_id == respondent.pk}
        keep(respondent, "demands", [demand for demand in case.demands.all() if demand.pk in under])
    # The letter of a report to the organisation department belongs to no leg.
    by_key = {letter.pk: letter for letter in letters}
    for report in found[_OFFICIALS]:
        report.document = by_key[report.document_id]


def events_of(case: Case, fetched: list[Event] | None) -> list[Event]:
    """Return the latest events of a case, the newest first, each with whether its leader has still to confirm it."""
    found: list[Event] = read_kinds(case, (_EVENTS,))[_EVENTS] if fetched is None else fetched
    waiting = unconfirmed({(e.for_whom_id, e.by_id, e.on) for e in found if e.for_whom_id and e.by_id})
    for event in found:
        event.unconfirmed = (event.for_whom_id, event.by_id, event.on) in waiting
    return found


def _hand_out(found: dict[Kind, list[Any]], parents: Sequence[Model]) -> None:
    for kind, rows in found.items():
        hand_out(rows, parents, kind.name)
