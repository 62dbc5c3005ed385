"""The second person over what turns a petition away: approved before the letter goes, refused, or undone by a later proof.

Until it is approved nothing is decided: no notice goes out and every clock runs (docs/decisions/0051).
"""

from datetime import date

from cases.actions.deed import Deed
from cases.actions.exit_leg import PENDING_SAME, exit_letter
from cases.actions.exit_rules import assert_in_use
from cases.actions.frame import performing
from cases.actions.returning import free_again, reopen_dispatch, state_before
from cases.actions.same_matter import assert_pending
from cases.actions.turned_back import run_again, waive_notice
from cases.models import Case, SideExit
from law.admission import ground as ground_of
from law.vocabulary import Act, Letter, State
from organizations.models import Staff

_LEADS_TO = {
    Act.NOT_ACCEPT: State.NOT_ACCEPTED,
    Act.DECLINE: State.NOT_ACCEPTED,
    Act.NO_LONGER_ACCEPT: State.NO_LONGER_ACCEPTED,
    Act.FILE_ONLY: State.FILED,
}


def approve_exit(
    case_id: int, *, leg_id: int, by: Staff, note: str = "", seen: int | None = None, on: date | None = None
) -> Case:
    """Approve that a leg is not taken up, no longer taken up or only kept: now its letter is made, now clocks end.

    Raises Refused: not_found, not_permitted, wrong_state, own_request, ground_not_granted, pending_lapsed.
    """
    with performing(Act.APPROVE_EXIT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=note) as deed:
        left = deed.the_leg.exit
        deed.to_state = _LEADS_TO[Act(left.act)]
        if left.act == Act.FILE_ONLY:
            waive_notice(deed)
        else:
            _letter(deed, left)
        _decide(deed, left, approved=True, words=note)
    return deed.case


def refuse_exit(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Do not approve it, with the reason: the leg is where it was, what was decided at the desk waits for dispatch again.

    Raises Refused: not_found, not_permitted, wrong_state, own_request.
    """
    with performing(Act.REFUSE_EXIT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        left = deed.the_leg.exit
        _go_back(deed, left)
        _decide(deed, left, approved=False, words=reason)
    return deed.case


def reopen_exit(
    case_id: int, *, leg_id: int, by: Staff, reason: str, seen: int | None = None, on: date | None = None
) -> Case:
    """Undo it, because its ground was proven wrong: the state of before, and the clocks from their old start.

    Raises Refused: not_found, not_permitted, wrong_state, nothing_to_reopen, own_request.
    """
    with performing(Act.REOPEN_EXIT, case_id, leg_id=leg_id, by=by, seen=seen, on=on, text=reason) as deed:
        left = deed.the_leg.exit
        run_again(deed, left)
        _go_back(deed, left)
        deed.the_leg.closed_on = None
        # What was reported of a decision that does not stand is owed again.
        deed.the_leg.reports_rejected = deed.the_leg.documents.filter(kind=Letter.CONCLUSION_REPORT).count()
        left.reopened_on, left.reopened_by, left.reopened_reason = deed.on, by, reason
        left.save(update_fields=["reopened_on", "reopened_by", "reopened_reason"])
    return deed.case


def _go_back(deed: Deed, left: SideExit) -> None:
    """Return a leg that a unit had to where it was; a leg of the desk held nothing but the decision."""
    deed.facts.update(exit=left.act, demands=[demand.number for demand in deed.the_leg.demands.all()])
    if left.act == Act.NOT_ACCEPT:
        deed.to_state = state_before(deed.the_leg)
        return
    free_again(deed)
    reopen_dispatch(deed)


def _letter(deed: Deed, left: SideExit) -> None:
    ground = ground_of(left.ground, local_rules=True)
    if ground.code == PENDING_SAME:
        assert_pending(left.held_until, deed.on)
    said = {"ground": ground, "reason": left.reason, "basis": assert_in_use(deed.on, ground)}
    if left.act == Act.NO_LONGER_ACCEPT:
        exit_letter(deed, Letter.NO_LONGER_ACCEPTED_NOTICE, earlier=left.earlier, **said)
    else:
        exit_letter(deed, Letter.NON_ACCEPTANCE_NOTICE, where=left.body, same=left if left.held_by else None, **said)


def _decide(deed: Deed, left: SideExit, *, approved: bool, words: str) -> None:
    left.approved, left.decided_on, left.decided_by, left.decided_words = approved, deed.on, deed.by, words
    left.save(update_fields=["approved", "decided_on", "decided_by", "decided_words"])
    deed.facts["exit"] = left.act
