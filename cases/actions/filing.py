"""存查: demands kept on file without being handled, each by its ground; a second person signs (Art. 22)."""

from collections.abc import Sequence
from datetime import date

from cases.actions.deed import Deed
from cases.actions.exit_approval import approve_exit
from cases.actions.exit_leg import ask_to_leave, open_exit
from cases.actions.exit_rules import assert_told
from cases.actions.frame import performing
from cases.actions.one_by_one import one_by_one
from cases.actions.same_matter import exact_duplicate
from cases.models import Case
from cases.openings.exits import unfileable
from law.errors import Refused
from law.filing import FilingGround
from law.vocabulary import Act
from organizations.models import Staff


def file_only(
    case_id: int,
    *,
    by: Staff,
    demands: Sequence[int],
    ground: FilingGround,
    duplicate_of: str = "",
    reason: str = "",
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Keep demands on file without handling them, by one of the grounds of law.filing; nobody is written to.

    ``duplicate_of``: the number of the case that an exact duplicate repeats. Raises Refused: not_found, not_permitted,
    wrong_state, exit_incomplete, file_unfit, notice_owed, demand_unknown, demand_taken, respondent_missing,
    respondent_unlinked, ground_unproven, case_unknown, not_same_matter.
    """
    if ground is FilingGround.OTHER:
        assert_told(存查理由=reason)
    with performing(Act.FILE_ONLY, case_id, by=by, seen=seen, on=on, text=reason) as deed:
        earlier = _proven(deed, demands, ground, duplicate_of)
        open_exit(deed, demands, "")
        ask_to_leave(deed, ground=ground, earlier=earlier, reason=reason or ground.label)
        deed.facts["ground"] = str(ground)
    return deed.case


def _proven(deed: Deed, numbers: Sequence[int], ground: FilingGround, duplicate_of: str) -> str:
    """Return the number of the case that is repeated. Raises Refused: file_unfit, and those of `exact_duplicate`."""
    rows = [demand for demand in deed.locked.demands if demand.number in numbers]
    if refusal := unfileable(deed.case, rows, ground):
        raise refusal
    return exact_duplicate(deed, duplicate_of) if ground is FilingGround.DUPLICATE else ""


def sign_filings(
    legs: Sequence[tuple[int, int]], *, by: Staff, on: date | None = None
) -> list[tuple[int, Refused | None]]:
    """Sign filings of a day's list, each for itself: (leg, why not, or None). ``legs``: keys of case and leg."""
    told = one_by_one(legs, lambda each: approve_exit(each[0], leg_id=each[1], by=by, on=on))
    return [(leg, refused) for (_, leg), refused in told]
