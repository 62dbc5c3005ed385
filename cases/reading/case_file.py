"""The case file as one person may read it: the page and the API both show this and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from cases.models import (
    Attachment,
    Case,
    Clock,
    Demand,
    Document,
    Event,
    HandOff,
    Leg,
    LevelDecision,
    OfficialsReport,
    Remedy,
    Respondent,
    UrgentReport,
)
from cases.reading.acts_open import Opening
from cases.reading.matter_case import MatterCase
from cases.reading.proceeding import Proceeding
from cases.sight.accesses import opened_by_access
from cases.sight.fetching import readable_lookups
from cases.sight.out_of_reach import not_found
from law.matters import PetitionMark
from law.procedure import case_state
from law.vocabulary import Movement, State
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Reach, Right

SEALED_SUBJECT = "（部分内容已密封）"
MOST_EVENTS = 300


@dataclass(frozen=True)
class PartyView:
    """A person of the case, masked."""

    id: int
    role: str
    name: str
    phone: str
    id_number: str
    address: str
    unclear: str
    mandate: str
    mandate_until: date | None
    expired: bool


@dataclass(frozen=True)
class DemandView:
    """A demand in the words this person may read."""

    demand: Demand
    text: str


@dataclass(frozen=True)
class CaseFile:
    """Everything of one case that one person may read, and the acts open to that person, or closed by a condition.

    ``whole``: this person reads the file itself; otherwise only what his unit was asked (下派, 征求意见).
    ``sealed_open``: the accusing part is readable too.
    """

    case: Case
    whole: bool
    sealed_open: bool
    subject: str
    content: str
    parties: list[PartyView]
    respondents: list[Respondent]
    demands: list[DemandView]
    legs: list[Leg]
    clocks: list[Clock]
    hand_offs: list[HandOff]
    remedies: list[Remedy]
    documents: list[Document]
    proceedings: list[Proceeding]
    attachments: list[Attachment]
    events: list[Event]
    related: list[MatterCase]
    marks: tuple[PetitionMark, ...]
    openings: list[Opening]
    closed: list[Opening]
    urgent_reports: list[UrgentReport]
    level_decisions: list[LevelDecision]
    officials_reports: list[OfficialsReport]


def clock_of(file: CaseFile, clock_id: int) -> Clock:
    """Return a clock of a file with the hearings it leaves out. Raises Refused not_found."""
    found = next((clock for clock in file.clocks if clock.pk == clock_id), None)
    if found is None:
        raise not_found()
    prefetch_related_objects([found], *readable_lookups(file.case, Clock, ("hearings",)))
    return found


def readable_subject(case: Case) -> str:
    """Return the subject line for a list or a header; a sealed one only where ``sealed_open`` was annotated true."""
    return case.subject if getattr(case, "sealed_open", not case.sealed) else SEALED_SUBJECT


def readable_state(case: Case, legs: list[Leg]) -> State:
    """Return the state of a case, or of the legs shown where the rest is sealed; ``sealed_open`` came with the case."""
    if case.sealed_open or not legs:
        return State(case.state)
    return case_state([State(leg.state) for leg in legs], undispatched=False)


def shown_legs(by: Staff, case: Case, legs: list[Leg]) -> list[Leg]:
    """Return the legs that a person may know of: all for who reads the file itself, else those where his unit was asked."""
    if reads_whole(by, case, legs):
        return legs
    return [leg for leg in legs if any(was_asked(by, h) for h in leg.hand_offs.all())]


def reads_whole(by: Staff, case: Case, legs: list[Leg]) -> bool:
    """Tell whether a person reads the file itself, not only what his unit was asked; ``legs`` with units and hand-offs."""
    deciders = (h.to_unit for leg in legs for h in leg.hand_offs.all() if h.movement == Movement.REMEDY)
    return reads_whole_by_units(by, case, legs) or _sees_at(by, deciders)


def reads_whole_by_units(by: Staff, case: Case, legs: list[Leg]) -> bool:
    """Tell whether a person reads the file itself as its registrar, or for the desk or a unit that has a leg."""
    if case.registered_by_id == by.pk or case.desk_walled or case.unlinked or opened_by_access(case):
        return True
    return _sees_at(by, (case.unit, *(leg.unit for leg in legs)))


def _sees_at(by: Staff, places: Iterable[Unit]) -> bool:
    there, held = list(places), holdings(by, Right.SEE)
    return any(
        reach is Reach.ALL
        or any(grant.unit.holds(place) if reach is Reach.BELOW else grant.unit_id == place.pk for place in there)
        for reach, grant in held
    )


def was_asked(by: Staff, hand_off: HandOff) -> bool:
    """Tell whether a hand-off is addressed to a unit that this person sees for."""
    return any(
        grant.unit_id == hand_off.to_unit_id or (reach is Reach.BELOW and grant.unit.holds(hand_off.to_unit))
        for reach, grant in holdings(by, Right.SEE)
    )


def letter_of(file: CaseFile, document_id: int) -> Document:
    """Return a letter of a file. Raises Refused not_found."""
    found = next((document for document in file.documents if document.pk == document_id), None)
    if found is None:
        raise not_found()
    return found
