"""What an act does to the clocks of its leg and of its case: it meets some, only ends others, and starts those that follow."""

from collections.abc import Sequence
from datetime import date

from cases.actions.deed import Deed
from cases.actions.standing_after import StandingAfter
from cases.clocks import clock_row
from cases.models import Clock
from cases.record.facts import facts_of
from kit.together import Together
from law.paths import TOLD_DIRECTLY
from law.vocabulary import Act, Duty


def duties_started(deed: Deed) -> list[Duty]:
    """Return the duties that the row of the act starts, less what the deed omits."""
    return [duty for duty in deed.step.starts if duty not in deed.omits]


def turn_clocks(deed: Deed, after: StandingAfter, together: Together) -> list[Clock]:
    """End and start clocks as the row of the act in STEPS says, less what the deed spares; return those that run then."""
    met = [clock for clock in after.running if _stops(deed, deed.step.meets, clock, after)]
    ended = [clock for clock in after.running if _stops(deed, deed.step.ends, clock, after)]
    stopped, started = [*met, *ended], _started(deed, after)
    # What can be undone says which clocks it met, and no other.
    if met and "met" in facts_of(deed.act):
        deed.facts["met"] = [clock.pk for clock in met]
    for clock in (each for each in started if each.duty in deed.step.meets):
        clock.met_on = deed.on  # What is owed and done at once: told on the spot.
    # Of a duty that ends and begins anew only one clock may run: then the one is ended before the other is written.
    own = Together() if {_place(clock) for clock in stopped} & {_place(clock) for clock in started} else together
    for day, clocks in _by_day(deed, met).items():
        own.update(Clock.objects.filter(pk__in=[clock.pk for clock in clocks]), met_on=day)
    if ended:
        own.update(Clock.objects.filter(pk__in=[clock.pk for clock in ended]), ended_on=deed.on, ended_by=deed.act)
    if own is not together:
        own.write()
    together.insert(*started)
    return [clock for clock in (*after.running, *started) if clock.running and clock not in stopped]


def _stops(deed: Deed, duties: Sequence[Duty], clock: Clock, after: StandingAfter) -> bool:
    """Tell whether the act stops a running clock of these duties: one of its leg, or one that the case itself has."""
    if clock.duty not in duties or clock.duty in deed.spares:
        return False
    if clock.leg_id:
        return deed.leg is not None and clock.leg_id == deed.leg.pk
    # A unit that registered a petition itself owes these notices on the case, and meets them on its leg.
    return _ends_the_desks_own(deed, after) or clock.duty in TOLD_DIRECTLY


def _ends_the_desks_own(deed: Deed, after: StandingAfter) -> bool:
    """Tell whether the act is one on the whole case, or the last demand that waited at the desk leaves it by this act."""
    leaves = deed.step.opens_leg or deed.act is Act.APPROVE_EXIT
    return deed.leg is None or (leaves and not (after.undispatched or after.undecided))


def _by_day(deed: Deed, clocks: Sequence[Clock]) -> dict[date, list[Clock]]:
    by_day = dict[date, list[Clock]]()
    for clock in clocks:
        by_day.setdefault(deed.met_on.get(Duty(clock.duty), deed.on), []).append(clock)
    return by_day


def _place(clock: Clock) -> tuple[int | None, str]:
    return clock.leg_id, str(clock.duty)


def _started(deed: Deed, after: StandingAfter) -> list[Clock]:
    case, leg, duties = deed.case, deed.leg, duties_started(deed)
    calendar, limits = after.rules if duties else (None, None)
    return [
        clock_row(
            duty,
            case,
            leg=leg,
            unit=deed.bearers.get(duty) or (leg.unit if leg else case.unit),
            starts_on=deed.starts_on.get(duty, deed.on),
            days=deed.days.get(duty),
            calendar=calendar,
            limits=limits,
        )
        for duty in duties
        if calendar and limits
    ]
