"""What a history stores: clocks, legs, and the log from which all of it can be read again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from law.deadlines import Pause
from law.vocabulary import Act, Duty, State


@dataclass
class Clock:
    duty: Duty
    leg: int | None
    starts_on: date
    days: int | None
    due_on: date | None
    met_on: date | None = None
    waived_on: date | None = None
    ended_on: date | None = None

    @property
    def open(self) -> bool:
        return self.met_on is None and self.waived_on is None and self.ended_on is None


@dataclass
class Leg:
    number: int
    unit: str
    demands: list[int]
    state: State


@dataclass(frozen=True)
class Entry:
    """One line of the log: enough to recompute everything else."""

    act: Act
    on: date
    leg: int | None
    state: State | None
    demands: tuple[int, ...] = ()
    unit: str = ""
    person: str = ""
    days: int = 0
    pause: Pause | None = None


# What gives back the state that another act took a leg out of.
UNDOES = {Act.REVOKE_WITHDRAWAL: Act.WITHDRAW, Act.READMIT_REMEDY: Act.REFUSE_REMEDY}


def before(undone: Act, log: Sequence[Entry], leg: int | None) -> State:
    """The state from which the latest such act took a leg: undoing it gives it back."""
    states = [entry.state for entry in log if entry.leg == leg and entry.act is undone]
    assert states
    assert states[-1]
    return states[-1]


# What the desk decides of its own demands, and where each decision leads once it is approved.
AT_DESK = (Act.DECLINE, Act.NO_LONGER_ACCEPT, Act.FILE_ONLY)
_APPROVED = {Act.NO_LONGER_ACCEPT: State.NO_LONGER_ACCEPTED, Act.FILE_ONLY: State.FILED}


def opened_by(log: Sequence[Entry], leg: int | None) -> Act:
    """The act that opened a leg."""
    return next(entry.act for entry in log if entry.leg == leg)


def _approved(log: Sequence[Entry], leg: int | None) -> State:
    """The state that approving the decision on a leg leads to."""
    return _APPROVED.get(opened_by(log, leg), State.NOT_ACCEPTED)


def _turned_back(log: Sequence[Entry], leg: int | None) -> State:
    """The state that a decision on a leg leaves when it is refused or undone: what the desk decided waits there again."""
    if opened_by(log, leg) in AT_DESK:
        return State.RETURNED
    states = [entry.state for entry in log if entry.leg == leg and entry.act is Act.NOT_ACCEPT]
    assert states[-1]
    return states[-1]


# Acts whose row only names the commonest of the states they lead to.
GIVES_BACK: dict[Act, Callable[[Sequence[Entry], int | None], State]] = {
    **{act: partial(before, undone) for act, undone in UNDOES.items()},
    Act.APPROVE_EXIT: _approved,
    Act.REFUSE_EXIT: _turned_back,
    Act.REOPEN_EXIT: _turned_back,
}


def request_of(log: Sequence[Entry], leg: int | None) -> Entry:
    """The latest request for re-examination or review on a leg."""
    asked = (Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW)
    return next(entry for entry in reversed(log) if entry.leg == leg and entry.act in asked)


def goes_on(duty: Duty, leg: int | None, clocks: list[Clock], log: list[Entry]) -> bool:
    """Tell whether a duty does not begin anew: urgent again, or a leg that went up with what had begun."""
    begin_once = (
        Duty.URGENT_REPORT,
        Duty.SUPERIOR_REPORT,
        Duty.PROMISE_DUE,
        Duty.NOTICE_REFERRED_15D,
        Duty.HANDLE_60D,
        Duty.PATH5_2M,
    )
    if duty not in begin_once:
        return False
    again = duty in (Duty.HANDLE_60D, Duty.PATH5_2M) and sum(e.act is Act.ACCEPT and e.leg == leg for e in log) > 1
    return again or any(c.open and c.duty is duty and c.leg == leg for c in clocks)
