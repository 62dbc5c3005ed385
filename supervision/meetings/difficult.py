"""The difficult cases an agenda is drawn from: by rules on the case and its handling, never on a person."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q

from cases.lists.waiting import Waiting, listed
from cases.models import Case
from cases.places.matters import others_of
from cases.places.whole_cases import whole_to
from cases.reading.case_file import readable_subject
from cases.sight.each import each_has
from cases.sight.querysets import CaseQuerySet
from cases.sight.shelves import OF_CASES, Shelf
from organizations.models import Staff
from supervision.models.ownership import OwnershipSheet
from supervision.models.ownership_words import OPEN
from supervision.words.meetings import Difficulty

# So many of each rule are proposed: an agenda holds fewer.
MOST_EACH = 20


@dataclass(frozen=True)
class Candidate:
    """One case that a rule proposes for an agenda."""

    case: Case
    why: Difficulty

    @property
    def said(self) -> str:
        """Return it in one line."""
        return f"{self.case.number}　{readable_subject(self.case)}（{self.why.label}）"


def candidates(staff: Staff, on: date) -> list[Candidate]:
    """Return the difficult cases that are wholly open to a person, each once, by the first rule that it meets."""
    found: dict[int, Candidate] = {}
    for why, rows in _rules(staff, on).items():
        whole = rows.filter(pk__in=whole_to(staff).values("pk")).with_sealed_open(staff)
        for case in whole.order_by("received_on", "pk")[:MOST_EACH]:
            found.setdefault(case.pk, Candidate(case, why))
    return list(found.values())


def _rules(staff: Staff, on: date) -> dict[Difficulty, CaseQuerySet[Case]]:
    open_ones = Case.objects.visible_to(staff).filter(OF_CASES[Shelf.OPEN])
    owned = OwnershipSheet.objects.filter(case=OuterRef("pk"), state__in=OPEN)
    again = others_of(OuterRef("matter"), OuterRef("pk"))
    return {
        Difficulty.DISPUTED: listed(staff, Waiting.ARBITRATION, on),
        Difficulty.OVERDUE: listed(staff, Waiting.OVERDUE, on),
        Difficulty.OWNED: open_ones.filter(each_has(owned)),
        Difficulty.REPEATED: open_ones.filter(Q(matter__isnull=False), each_has(again)),
    }
