"""Did a unit fail in its duty? Asked of one leg and what hangs on it, in plain Python: what the SQL of rules.py must agree with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from cases.models import Clock, Demand, Event, Execution, Leg
from law.paths import TO_INFORM
from law.vocabulary import Act, Duty
from supervision.carrying_out import TO_CARRY_OUT

CONCLUDING = (Duty.HANDLE_60D, Duty.REMAND_LIMIT)
REMEDYING = (Duty.REEXAM_30D, Duty.REVIEW_30D)
INFORMING = TO_INFORM
# What shows that somebody works on the matter; opening, accepting, naming a handler and serving letters do not.
WORKED = (
    Act.DELEGATE,
    Act.REPORT_FINDINGS,
    Act.ASSESS,
    Act.CONSULT,
    Act.REPLY_CONSULTATION,
    Act.RECORD_INQUIRY,
    Act.ANSWER,
    Act.SET_APART,
    Act.SUBMIT,
    Act.ISSUE,
    Act.CO_HANDLE,
    Act.REPLY_CO_HANDLING,
    Act.CALL_HEARING,
    Act.HOLD_HEARING,
    Act.REQUEST_MATERIAL,
    Act.RECORD_MATERIAL,
    Act.REFER_MEDIATION,
    Act.RECORD_MEDIATION,
    Act.SETTLE,
    Act.ASK_GUIDANCE,
    Act.REPLY_GUIDANCE,
    Act.INTERIM_REPORT,
    Act.ASK_EXTENSION,
    Act.ESCALATE,
)
# What the unit has promised to carry out by its answer (Art. 32, para 2; Art. 33).


class Shown(NamedTuple):
    """What shows a failure: the row's key, and the last day on which it would have been in time."""

    key: int
    missed_on: date


@dataclass(frozen=True)
class OfLeg:
    """One leg with what hangs on it; ``carry_out_days``: how long an answer may wait to be carried out."""

    leg: Leg
    clocks: Iterable[Clock]
    events: Iterable[Event]
    demands: Iterable[Demand]
    executions: Iterable[Execution]
    carry_out_days: int


def late_clocks(facts: OfLeg, duties: Iterable[Duty], on: date) -> set[Shown]:
    """Return the clocks that ran past their day, whatever stopped them then."""
    known = tuple(duties)
    return {
        Shown(clock.pk, clock.due_on)
        for clock in facts.clocks
        if clock.duty in known and clock.unit_id and clock.due_on and _stopped(clock, on) > clock.due_on
    }


def idle(facts: OfLeg, on: date) -> set[Shown]:
    """Return the clocks of which half the time went by without anything entered about the matter (Art. 34, 40)."""
    worked = [event.on for event in facts.events if event.act in WORKED]
    found = set()
    for clock in facts.clocks:
        if clock.duty != Duty.HANDLE_60D or not clock.unit_id or clock.due_on is None:
            continue
        half = half_time(clock.starts_on, clock.due_on)
        if _stopped(clock, on) > half and not any(clock.starts_on <= day <= half for day in worked):
            found.add(Shown(clock.pk, half))
    return found


def done_again(facts: OfLeg, act: Act) -> set[Shown]:
    """Return each time after the first that an act was done on the leg."""
    done = sorted((event for event in facts.events if event.act == act), key=lambda event: event.sequence)
    return {Shown(later.pk, later.on) for _, later in pairwise(done)}


def objected_again(facts: OfLeg) -> set[Shown]:
    """Return the objections against what had been returned before: the second goes to the common superior (Art. 24)."""
    return {Shown(each.pk, each.on) for each in facts.events if each.act == Act.OBJECT and each.facts.get("second")}


def unexecuted(facts: OfLeg, on: date) -> set[Shown]:
    """Return the demands whose answer was not carried out in time (Art. 32, para 2)."""
    answered = facts.leg.answered_on
    if answered is None:
        return set()
    by = answered + timedelta(days=facts.carry_out_days)
    done = {each.demand_id for each in facts.executions if each.done_on and each.done_on <= by}
    promised = {each.pk for each in facts.demands if each.outcome in TO_CARRY_OUT}
    return {Shown(key, by) for key in promised - done} if by < on else set()


def half_time(starts_on: date, due_on: date) -> date:
    """Return the day in the middle of a period."""
    return starts_on + timedelta(days=(due_on - starts_on).days // 2)


def _stopped(clock: Clock, on: date) -> date:
    return clock.met_on or clock.ended_on or clock.waived_on or on
