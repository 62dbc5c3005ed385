"""STEPS: every transition the Regulation lets happen, one row each; printed to docs/procedure.md.

A row without a ``to_state`` leaves the state as it is. ``starts`` lists the clocks a step *can* start: which of
them apply (the 60 days only on path six, the office's clock only at a petition office) is decided by `paths.py`
and by the kind of the unit. ``meets`` lists the duties that a step fulfils, ``ends`` those that it only ends: what
ended without its fulfilment never counts as done. Acts opening a leg carry the state that the new leg begins in.
"""

from collections.abc import Iterable

from law.errors import Refused
from law.steps.desk import DESK
from law.steps.exits import EXITS
from law.steps.remedies import REMEDY
from law.steps.step import AFTER as AFTER
from law.steps.step import DISPATCHED as DISPATCHED
from law.steps.step import EXITED as EXITED
from law.steps.step import HALTED as HALTED
from law.steps.step import LIVE as LIVE
from law.steps.step import OPEN_LEG as OPEN_LEG
from law.steps.step import READABLE as READABLE
from law.steps.step import REMEDIES as REMEDIES
from law.steps.step import SECONDED as SECONDED
from law.steps.step import SIDE_EXITS as SIDE_EXITS
from law.steps.step import WORKING as WORKING
from law.steps.step import Step as Step
from law.steps.unit import UNIT
from law.vocabulary import Act, State

STEPS: tuple[Step, ...] = (*DESK, *UNIT, *EXITS, *REMEDY)

_BY_ACT: dict[Act, tuple[Step, ...]] = {act: tuple(s for s in STEPS if s.act is act) for act in Act}

# From the least to the most advanced: a case is where its slowest leg is.
_PROGRESS: tuple[State, ...] = (
    State.PENDING_DECISION,
    State.EXIT_PENDING,
    *DISPATCHED,
    State.OBJECTION_PENDING,
    *WORKING,
    State.PENDING_SIGN_OFF,
    State.ISSUED,
    State.REEXAMINING,
    State.REVIEWING,
    State.ANSWERED,
    State.REEXAM_DECIDED,
    State.REVIEW_DECIDED,
    *SIDE_EXITS,
    State.FILED,
    State.CLOSED,
    State.ARCHIVED,
)


def steps_of(act: Act) -> tuple[Step, ...]:
    """Return the rows of one act."""
    return _BY_ACT[act]


def states_of(act: Act) -> tuple[State, ...]:
    """Return the states in which the Regulation lets an act happen."""
    return tuple(dict.fromkeys(state for step in _BY_ACT[act] for state in step.from_states))


def allowed(act: Act, state: State) -> bool:
    """Tell whether the Regulation lets this act happen in this state."""
    return any(state in step.from_states for step in _BY_ACT[act])


def step_for(act: Act, state: State) -> Step:
    """Return the row for this act in this state, or raise Refused wrong_state naming what is possible."""
    for step in _BY_ACT[act]:
        if state in step.from_states:
            return step
    states = "、".join(dict.fromkeys(s.label for step in _BY_ACT[act] for s in step.from_states))
    article = _BY_ACT[act][0].article if _BY_ACT[act] else ""
    raise Refused("wrong_state", f"目前状态是“{state.label}”，不能“{act.label}”。可以办理的状态：{states}。", article)


def case_state(leg_states: Iterable[State], *, undispatched: bool) -> State:
    """Derive the state of a case: registered while a demand waits for dispatch, else its slowest leg's state."""
    states = [state for state in leg_states if state is not State.RETURNED]
    if undispatched or not states:
        return State.REGISTERED
    return min(states, key=_PROGRESS.index)
