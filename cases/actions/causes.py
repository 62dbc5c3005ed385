"""Correcting what a matter is said to have come of: the office's affair, once it is answered."""

from datetime import date

from cases.actions.frame import performing
from cases.models import Case
from law.errors import Refused
from law.matters import Cause
from law.vocabulary import Act
from organizations.models import Staff


def correct_cause(
    case_id: int,
    *,
    leg_id: int,
    by: Staff,
    demand: int,
    cause: Cause,
    reason: str,
    seen: int | None = None,
    on: date | None = None,
) -> Case:
    """Put another cause in the place of the one picked at answering, with a reason; the answer itself stays.

    Raises Refused: not_found, not_permitted, wrong_state, demand_unknown, nothing_changed.
    """
    with performing(Act.CORRECT_CAUSE, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        row = deed.demand(demand)
        if row.cause == cause:
            raise Refused("nothing_changed", f"第{demand}项诉求的产生原因已经是“{cause.label}”。")
        row.cause = cause
        deed.together.store(row)
        deed.facts = {"demand": demand, "cause": str(cause)}
    return deed.case
