"""The steps of a dispute: who takes them, from which state, and who may not because he did the step before."""

from datetime import date

from cases.record.audiences import able
from law.errors import Refused
from organizations.models import Staff
from organizations.recording import Move
from organizations.roles import Right
from screening.disputes import verbs
from screening.models import Dispute
from screening.models.words import DisputeState as State

_OPEN, _PASSED, _SETTLED = (frozenset({state.value}) for state in (State.OPEN, State.PASSED, State.SETTLED))


def _workers(row: Dispute) -> list[Staff]:
    return [row.person] if row.person else able(Right.WORK_DISPUTE, row.unit)


def _checkers(row: Dispute) -> list[Staff]:
    return able(Right.CHECK_SCREENING, row.unit)


def not_the_settler(row: Dispute, staff: Staff, _on: date) -> Refused | None:
    """Whoever settled it does not say that it is so. Codes: same_person."""
    if row.settled_by_id in staff.both:
        return Refused("same_person", "登记结果的人不能自己回访、销账，请由另一位有权的人办理。")
    return None


def closable(row: Dispute, staff: Staff, on: date) -> Refused | None:
    """Codes: same_person, not_visited."""
    if refused := not_the_settler(row, staff, on):
        return refused
    if row.found_by_id in staff.both:
        return Refused("same_person", "登记这起矛盾纠纷的人不能自己销账，请由另一位有权的人办理。")
    if row.visited_on is None:
        return Refused("not_visited", "销账以前先回访：结果是不是属实，当事人怎么说。")
    return None


FILE = Move(verb=verbs.FILED, right=Right.REPORT_SCREENING, to_state=State.OPEN, told=_workers)
WORK = Move(verb=verbs.WORKED, right=Right.WORK_DISPUTE, from_states=_OPEN, told=_workers)
PASS_ON = Move(verb=verbs.PASSED, right=Right.WORK_DISPUTE, from_states=_OPEN, to_state=State.PASSED, told=_workers)
HAND_TO = Move(verb=verbs.PASSED, right=Right.CHECK_SCREENING, from_states=_OPEN, to_state=State.PASSED, told=_workers)
TAKE = Move(verb=verbs.TAKEN, right=Right.WORK_DISPUTE, from_states=_PASSED, to_state=State.OPEN)
GIVE_BACK = Move(
    verb=verbs.GIVEN_BACK, right=Right.WORK_DISPUTE, from_states=_PASSED, to_state=State.OPEN, told=_workers
)
JUDGE = Move(verb=verbs.JUDGED, right=Right.CHECK_SCREENING, from_states=_OPEN, told=_workers)
SETTLE = Move(verb=verbs.SETTLED, right=Right.WORK_DISPUTE, from_states=_OPEN, to_state=State.SETTLED, told=_checkers)
VISIT = Move(verb=verbs.VISITED, right=Right.CHECK_SCREENING, from_states=_SETTLED, opening=not_the_settler)
CLOSE = Move(
    verb=verbs.CLOSED, right=Right.CHECK_SCREENING, from_states=_SETTLED, to_state=State.CLOSED, opening=closable
)
REPEAT = Move(verb=verbs.REPEATED, right=Right.WORK_DISPUTE, from_states=_OPEN)
TURN = Move(verb=verbs.TURNED, right=Right.WORK_DISPUTE, from_states=_OPEN, to_state=State.TURNED)
