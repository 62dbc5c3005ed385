"""What hangs on a case from the records of this room: asked in one statement a page, and kept with the case."""

from typing import Any

from cases.models import Case
from cases.reading.case_file import CaseFile
from cases.sight.fetching import Kind, read_kinds
from supervision.models import FollowUpVisit, OwnershipSheet

SUBMISSIONS = Kind(Case, "submissions")
TASKS = Kind(Case, "tasks")
AGENDAS = Kind(Case, "agendas", along=("meeting__unit",), order="-id")
_PEOPLE = ("leader", "first_leader", "procedure", "coordination", "settlement__unit", "closed_by", "made_by", "unit")
SHEETS = Kind(Case, "ownerships", along=_PEOPLE, order="-id")
TERMS = Kind(OwnershipSheet, "terms", along=("leader",), order="id")
PROGRESS = Kind(OwnershipSheet, "progress", along=("by", "hand"), order="-id")
ORDERS = Kind(Case, "orders", along=("unit",), order="-id")
VISITS = Kind(Case, "follow_up_visits")
FEEDBACK = Kind(FollowUpVisit, "feedback")
ASSISTANCES = Kind(Case, "assistances")
_MOST_PROVEN = 100
_TOLD = ("staff__unit", "instead_of", "message", "unit")
ALERTS = Kind(Case, "alerts", along=_TOLD, order="-id", latest=_MOST_PROVEN)
# What is said of a whole case: to nobody who reads only his part of it.
_OF_THE_WHOLE = (SUBMISSIONS, TASKS, AGENDAS)
_KINDS = (*_OF_THE_WHOLE, SHEETS, TERMS, PROGRESS, ORDERS, VISITS, FEEDBACK, ASSISTANCES, ALERTS)
# Kept on the case, which lives as long as one page.
_KEPT = "_supervised"


def on_case(file: CaseFile, kind: Kind) -> list[Any]:
    """Return the rows of a kind that hang on a case that was read, as far as its sealed part is open.

    Where a record has a narrower rule of its own, its topic asks that too, of what is found here.
    """
    if kind in _OF_THE_WHOLE and not (file.whole and file.sealed_open):
        return []
    kept: dict[Kind, list[Any]] | None = vars(file.case).get(_KEPT)
    if kept is None:
        kept = vars(file.case)[_KEPT] = read_kinds(file.case, _KINDS)
    return kept[kind]
