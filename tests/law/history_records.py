"""What a history stores: clocks, legs, and the log from which all of it can be read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


def before_withdrawal(log: Sequence[Entry], leg: int | None) -> State:
    """The state that revoking the latest withdrawal of a leg gives back."""
    states = [entry.state for entry in log if entry.leg == leg and entry.act is Act.WITHDRAW]
    assert states
    assert states[-1]
    return states[-1]


def goes_on(duty: Duty, leg: int | None, clocks: list[Clock], log: list[Entry]) -> bool:
    """Tell whether a duty does not begin anew: urgent again, or a leg that went up with what had begun."""
    if duty not in (Duty.URGENT_REPORT, Duty.NOTICE_REFERRED_15D, Duty.HANDLE_60D):
        return False
    again = duty is Duty.HANDLE_60D and sum(e.act is Act.ACCEPT and e.leg == leg for e in log) > 1
    return again or any(c.open and c.duty is duty and c.leg == leg for c in clocks)
