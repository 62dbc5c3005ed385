"""Checks of a random history: everything it stored is read again from its log alone."""

from functools import cache

from law.deadlines import Pause, due_on
from law.procedure import STEPS, allowed
from law.vocabulary import Act, Duty, Scope, State
from tests.law.histories import CALENDAR, History
from tests.law.history_records import GIVES_BACK, Clock, Entry

# Where nothing more is to be done; a returned leg's demands go on in another one.
ENDS = frozenset({State.ARCHIVED, State.RETURNED})
BY_ROW = {(step.act, state): step for step in STEPS for state in step.from_states or (None,)}


def _reach(start: State) -> frozenset[State]:
    """Every state that a leg can still come to from a state, itself included."""
    seen, front = {start}, [start]
    while front:
        here = front.pop()
        for step in STEPS:
            leads = here in step.from_states and step.scope is not Scope.CASE and step.to_state
            if leads and step.to_state not in seen:
                seen.add(step.to_state)
                front.append(step.to_state)
    return frozenset(seen)


REACH = {state: _reach(state) for state in State}


@cache
def meeting_states(duty: Duty) -> frozenset[State]:
    """The states in which some step meets or ends a duty."""
    return frozenset(state for step in STEPS if duty in (*step.meets, *step.ends) for state in step.from_states)


def check_ways_on(history: History) -> None:
    """No leg is stuck, no clock runs that nobody can ever end, and after the archive there is only care."""
    for leg in history.legs:
        assert REACH[leg.state] & ENDS, leg
        mine = [entry.act for entry in history.log if entry.leg == leg.number]
        after = mine[mine.index(Act.ARCHIVE) + 1 :] if Act.ARCHIVE in mine else []
        assert set(after) <= {Act.AFTER_CARE, Act.END_PUBLICATION}, "an act on an archived leg"
    # A duty of the desk may wait for a demand that is dispatched yet, or for any leg of the case.
    states = {leg.state for leg in history.legs} | ({State.REGISTERED} if history.waiting else set())
    for clock in (clock for clock in history.clocks if clock.open and not history.aside):
        places = states if clock.leg is None else {history.legs[clock.leg].state}
        ends = meeting_states(clock.duty)
        assert any(REACH[place] & ends or place is State.REGISTERED for place in places), clock


def check_moment(history: History, before: tuple[str, str]) -> None:
    """Check what must hold after every single act."""
    running = [(c.duty, c.leg) for c in history.clocks if c.open]
    assert len(running) == len(set(running)), running
    for old, new in zip(before, (history.first_unit, history.first_person), strict=True):
        assert not old or new == old
    assert history.state in State


def check_log(history: History) -> None:
    """Check clocks, states and first handler against the log alone."""
    states = leg_states(history.log)
    for clock in history.clocks:
        check_clock(history, clock, states.get(clock.leg))
    assert [states[leg.number] for leg in history.legs] == [leg.state for leg in history.legs]
    assert history.state is state_from_log(history, states)
    accepted = [e for e in history.log if e.act is Act.ACCEPT]
    opened = {e.leg: e.unit for e in history.log if e.unit}
    assert history.first_unit == (opened[accepted[0].leg] if accepted else "")
    takers = [e.person for e in history.log if e.act is Act.TAKE and opened[e.leg] == history.first_unit]
    assert history.first_person == (takers[0] if takers else "")


def check_clock(history: History, clock: Clock, state: State | None) -> None:
    """Check one clock: its starting event, its date recomputed, its end."""
    starting = [
        entry
        for entry in history.log
        if entry.on == clock.starts_on and clock.duty in starts_of(entry) and clock.leg in (entry.leg, None)
    ]
    assert starting, clock
    mine = [entry for entry in history.log if entry.leg == clock.leg and clock.leg is not None]
    extended = sum(e.days for e in mine if e.act is Act.EXTEND) if clock.duty is Duty.HANDLE_60D else 0
    pauses = _pauses(mine, clock) if clock.duty is Duty.REVIEW_30D else []
    again = due_on(clock.duty, clock.starts_on, CALENDAR, days=clock.days, extended_days=extended, pauses=pauses)
    assert clock.due_on == again, clock
    assert sum(1 for day in (clock.met_on, clock.waived_on, clock.ended_on) if day) <= 1
    assert clock.met_on is None or clock.met_on >= clock.starts_on
    assert not (clock.open and (state is State.RETURNED or history.state is State.VOIDED)), clock


def _pauses(mine: list[Entry], clock: Clock) -> list[Pause]:
    """The hearings of this review: one that was refused, or decided, has no part in those of a later one."""
    stopped = clock.met_on or clock.ended_on
    return [e.pause for e in mine if e.pause and (stopped is None or e.on <= stopped)]


def starts_of(entry: Entry) -> tuple[Duty, ...]:
    return BY_ROW[entry.act, entry.state].starts


def leg_states(log: list[Entry]) -> dict[int | None, State]:
    """Fold the log into the state of each leg; every step must have been allowed from where it was."""
    states: dict[int | None, State] = {}
    for place, entry in enumerate(log):
        step = BY_ROW[entry.act, entry.state]
        if step.scope is not Scope.CASE:
            assert states[entry.leg] is entry.state
            assert allowed(entry.act, states[entry.leg])
        if entry.leg is not None and step.to_state:
            back = GIVES_BACK.get(entry.act)
            states[entry.leg] = back(log[:place], entry.leg) if back else step.to_state
    return states


def state_from_log(history: History, states: dict[int | None, State]) -> State:
    """Say in other words than case_state where the case stands."""
    voiding = [e.act for e in history.log if e.act in (Act.REQUEST_VOID, Act.REFUSE_VOID, Act.CONFIRM_VOID)]
    if voiding and voiding[-1] is not Act.REFUSE_VOID:
        return State.VOID_PENDING if voiding[-1] is Act.REQUEST_VOID else State.VOIDED
    moved = [
        e.act for e in history.log if e.demands or e.act in (Act.ASK_DECISION, Act.RECORD_DECISION, Act.REFUSE_VOID)
    ]
    if moved and moved[-1] is Act.ASK_DECISION:
        return State.PENDING_DECISION
    live = {number: state for number, state in states.items() if state is not State.RETURNED}
    held = [d for e in history.log for d in e.demands if e.leg in live]
    assert len(held) == len(set(held)), "a demand has two open legs"
    if len(held) < len(history.demands):
        return State.REGISTERED
    assert history.state in live.values()
    ended = {State.CLOSED, State.ARCHIVED, State.FILED, State.WITHDRAWN}
    assert history.state not in ended or set(live.values()) <= ended | {
        State.NOT_ACCEPTED,
        State.NO_LONGER_ACCEPTED,
        State.DIVERTED,
        State.TRANSFERRED_OUT,
    }
    return history.state
