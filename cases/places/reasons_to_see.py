"""Has this person given a reason today for seeing the names of a case, and how may he give one? Asked by every door."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from cases.letters.making import issuer
from cases.models import Case, Document, Event, Leg
from cases.places.acting_units import stand_of
from cases.places.spot import Spot
from cases.sight.accesses import reads_only
from law.vocabulary import Act
from organizations.authority import may
from organizations.models import Staff, Unit
from organizations.today import today

# Whoever may do one of these for a unit makes and serves its letters: printing them is the work itself.
_PAPERWORK = (Act.SERVE, Act.NOTIFY, Act.ISSUE, Act.REFER, Act.COMMISSION)


class Way(Enum):
    """How the names on a paper come before a person today."""

    OPEN = "open"  # a reason was given today, or the paper names nobody
    OWN = "own"  # his own work: he prints it without a question, and looks at it by one key
    KEY = "key"  # by one key
    TYPED = "typed"  # by a typed reason
    CLOSED = "closed"  # not at all: his roles do not open names


@dataclass(frozen=True)
class Paper:
    """What carries names: a letter, a form or a receipt, with the unit it comes from."""

    issuer: Unit
    leg: Leg | None = None
    issued_by_id: int | None = None

    @classmethod
    def of_letter(cls, document: Document, case: Case) -> "Paper":
        """Return a letter as such a paper; ``document`` with its unit."""
        return cls(issuer(document, case), document.leg, document.issued_by_id)

    def made_by(self, by: Staff) -> bool:
        """Tell whether this is a person's own work: signed or drafted by him, or of a leg that he handles."""
        if self.leg is None:
            return self.issued_by_id == by.pk
        drafts = any(remedy.drafted_by_id == by.pk for remedy in self.leg.remedies.all())
        return by.pk in (self.issued_by_id, self.leg.handler_id) or drafts


def reason_given(case: Case, by: Staff, on: date) -> bool:
    """Tell whether a person has given a reason for a case on a day; who registered it that day has met the people."""
    return case.pk in cases_with_reason([case], by, on)


def cases_with_reason(cases: Collection[Case], by: Staff, on: date) -> set[int]:
    """Return the keys of the cases for which a person has given a reason on a day; one query."""
    registered = {case.pk for case in cases if case.registered_by_id == by.pk and case.registered_on == on}
    return registered | noted({case.pk for case in cases} - registered, by, on)


def noted(keys: Collection[int], by: Staff, on: date) -> set[int]:
    """Return those of these cases whose chain holds this person's reason of a day."""
    if not keys:
        return set()
    # His own looks, asked whatever else he may read: no row of them is shown.
    looks = Event.objects.for_the_wall().filter(case__in=keys, act=Act.UNMASK, by=by, on=on)
    return set(looks.values_list("case_id", flat=True))


def way_to(by: Staff, case: Case, legs: Collection[Leg], paper: Paper) -> Way:
    """Tell how a person who has given no reason yet comes to the names on a paper.

    ``legs`` with units, documents and remedies: no query is made.
    """
    place, own = stand_of(Spot(Act.UNMASK, case, by, today(), legs))
    if reads_only(case) or not may(by, Act.UNMASK, at=place, own=own):
        return Way.CLOSED
    if _is_own(by, case, paper):
        return Way.OWN
    return Way.KEY if has_keys(by, case, legs, [paper]) else Way.TYPED


def has_keys(by: Staff, case: Case, legs: Iterable[Leg], papers: Iterable[Paper]) -> bool:
    """Tell whether one key is enough: for a handler, the registrar, and the office that issued one of these papers."""
    if case.registered_by_id == by.pk or any(leg.handler_id == by.pk for leg in legs):
        return True
    return any(may(by, Act.UNMASK, at=paper.issuer, own=paper.made_by(by)) for paper in papers)


def _is_own(by: Staff, case: Case, paper: Paper) -> bool:
    handles = paper.leg is not None and paper.leg.handler_id == by.pk
    if handles or case.registered_by_id == by.pk:
        return True
    own = paper.made_by(by)
    return any(may(by, act, at=paper.issuer, own=own) for act in _PAPERWORK)
