"""Many proposals approved with one key: each by the single act, each with its own answer (Art. 22)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.proposing import approve_proposal
from law.errors import Refused
from organizations.models import Staff


def approve_proposals(
    chosen: Sequence[tuple[int, int]], *, by: Staff, on: date | None = None
) -> list[tuple[int, Refused | None]]:
    """Approve proposals, each for itself: (proposal, why not, or None). ``chosen``: keys of case and proposal."""
    return [(proposal, _approved(case, proposal, by, on)) for case, proposal in chosen]


def _approved(case_id: int, proposal: int, by: Staff, on: date | None) -> Refused | None:
    try:
        approve_proposal(case_id, by=by, proposal=proposal, on=on)
    except Refused as refused:
        return refused
    return None
