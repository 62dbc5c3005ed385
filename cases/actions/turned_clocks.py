"""What an act does to the clocks of its leg and of its case: it ends those that it meets and starts those that follow."""

from datetime import date

from cases.actions.deed import Deed
from cases.clocks import meet_clocks, start_clock
from law.vocabulary import Duty
from organizations.limits import legal_limits
from organizations.working_days import working_calendar

# A unit that registered a petition itself owes these notices on the case, and meets them on its leg.
_TOLD_DIRECTLY = (Duty.NOTICE_DIRECT_15D, Duty.NOTICE_DIRECT_SPOT)


def turn_clocks(deed: Deed) -> None:
    """End and start clocks as the row of the act in STEPS says, less what the deed spares and omits."""
    _meet_clocks(deed)
    _start_clocks(deed)


def _meet_clocks(deed: Deed) -> None:
    """End what the act meets: one statement a day for the leg's clocks, one for those of the case."""
    case, leg, by_day = deed.case, deed.leg, dict[date, list[Duty]]()
    for duty in (duty for duty in deed.step.meets if duty not in deed.spares):
        by_day.setdefault(deed.met_on.get(duty, deed.on), []).append(duty)
    for when, duties in by_day.items():
        if leg:
            meet_clocks(case, leg, duties, when)
        if own := duties if _ends_the_desks_own(deed) else [duty for duty in duties if duty in _TOLD_DIRECTLY]:
            meet_clocks(case, None, own, when)


def _ends_the_desks_own(deed: Deed) -> bool:
    """Tell whether the act is one on the whole case, or sends away the last demand that waited at the desk."""
    return deed.leg is None or (deed.step.opens_leg and not deed.case.demands.filter(leg=None).exists())


def _start_clocks(deed: Deed) -> None:
    case, leg = deed.case, deed.leg
    starting = [duty for duty in deed.step.starts if duty not in deed.omits]
    calendar, limits = (working_calendar(), legal_limits()) if starting else (None, None)
    for duty in starting:
        start_clock(
            duty,
            case,
            leg=leg,
            unit=deed.bearers.get(duty) or (leg.unit if leg else case.unit),
            starts_on=deed.starts_on.get(duty, deed.on),
            days=deed.days.get(duty),
            calendar=calendar,
            limits=limits,
        )
