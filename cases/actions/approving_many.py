"""Many proposals approved with one key: each by the single act, each with its own answer (Art. 22)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.one_by_one import one_by_one
from cases.actions.proposing import approve_proposal
from law.errors import Refused
from organizations.models import Staff


def approve_proposals(
    chosen: Sequence[tuple[int, int]], *, by: Staff, on: date | None = None
) -> list[tuple[int, Refused | None]]:
    """Approve proposals, each for itself: (proposal, why not, or None). ``chosen``: keys of case and proposal."""
    told = one_by_one(chosen, lambda each: approve_proposal(each[0], by=by, proposal=each[1], on=on))
    return [(proposal, refused) for (_, proposal), refused in told]
