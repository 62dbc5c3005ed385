"""Clocks of a case: started, met, waived and ended from events only; every date comes from law.deadlines."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from cases.models import Case, Clock, Leg
from cases.models.clock import RUNNING
from law.acceptance import days_late
from law.calendar import Calendar
from law.deadlines import PERIODS, Explanation, explain
from law.matters import Tier
from law.periods import Bearer, Pause
from law.periods import Unit as DayUnit
from law.simplified import sooner
from law.vocabulary import Act, Duty, Movement
from organizations.limits import Limits, legal_limits
from organizations.models import Unit
from organizations.working_days import working_calendar

# What a person may do within a time, not what an agency owes: a lapsed window is no breach.
WINDOWS = (Duty.OBJECTION_5WD, Duty.REEXAM_REQ_30D, Duty.REVIEW_REQ_30D, Duty.REVOKE_15D)
# The house's own reminder to open the in-tray is none either, nor the two months after which a court would hear of it.
NOT_OWED = (*WINDOWS, Duty.OPEN_1WD, Duty.PATH5_2M)


def start_clock(
    duty: Duty,
    case: Case,
    *,
    leg: Leg | None,
    unit: Unit | None,
    starts_on: date,
    days: int | None = None,
    calendar: Calendar | None = None,
    limits: Limits | None = None,
) -> Clock:
    """Start one duty of a leg (or of the case, where ``leg`` is None) on the day of its starting event.

    ``days`` is for duties whose length is designated (交办反馈); the petitioner's windows have no ``unit``.
    ``calendar`` and ``limits`` spare the queries where several duties start at once.
    """
    clock = clock_row(
        duty,
        case,
        leg=leg,
        unit=unit,
        starts_on=starts_on,
        days=days,
        calendar=calendar or working_calendar(),
        limits=limits or legal_limits(),
    )
    clock.save(force_insert=True)
    return clock


def clock_row(
    duty: Duty,
    case: Case,
    *,
    leg: Leg | None,
    unit: Unit | None,
    starts_on: date,
    days: int | None = None,
    calendar: Calendar,
    limits: Limits,
) -> Clock:
    """Return the unsaved row of one duty that starts on a day, under the limits in force on that day."""
    rules = limits.on(starts_on)
    simple = rules.local.simple.get(duty) if case.tier == Tier.SIMPLE else None
    explained = sooner(explain(duty, starts_on, calendar, days=days, rules=rules), simple, calendar)
    bearer = unit if PERIODS[duty].bearer is Bearer.AGENCY else None
    return Clock(
        district_id=case.district_id,
        case=case,
        leg=leg,
        unit=bearer,
        duty=duty,
        starts_on=starts_on,
        days=days,
        due_on=explained.due_on,
        provisional=explained.may_move,
        rule_version=rules.version,
        simple_days=simple,
    )


def end_clocks(clocks: QuerySet[Clock], act: Act, on: date) -> int:
    """End running clocks by an act that does not fulfil their duty, and return how many."""
    return clocks.filter(RUNNING).update(ended_on=on, ended_by=act)


def let_run(clocks: QuerySet[Clock]) -> None:
    """Let clocks run again from their old starts, as if nothing had stopped them."""
    stopped = {"met_on": None, "waived_on": None, "waived_reason": "", "ended_on": None, "ended_by": ""}
    clocks.exclude(RUNNING).update(**stopped)


def waive_clocks(clocks: Iterable[Clock], reason: str, on: date) -> None:
    """Let clocks go that the law lets go, each with the reason."""
    Clock.objects.filter(RUNNING, pk__in=[clock.pk for clock in clocks]).update(
        waived_on=on, waived_reason=reason[:200]
    )


def note_next_due(case: Case, *legs: Leg, running: Iterable[Clock] | None = None) -> None:
    """Set on a case, and on legs of it, the earliest date on which an agency owes something: one query for all.

    ``running``: the running clocks of the case, where they are at hand.
    """
    clocks = case.clocks.filter(RUNNING).order_by() if running is None else running
    owed = [(clock.leg_id, clock.due_on) for clock in clocks if clock.due_on and clock.duty not in NOT_OWED]
    case.next_due_on = min((due for _, due in owed), default=None)
    for leg in legs:
        leg.next_due_on = min((due for at, due in owed if at == leg.pk), default=None)


def accepted_late(leg: Leg) -> int:
    """Return by how many days a leg was accepted after the fifteen from its receipt (Art. 23); 0 in time, or not yet.

    Counted from where the duty to inform first began: that of the case, where the leg came in directly.
    """
    mine = [c.starts_on for c in leg.clocks.all() if c.duty == Duty.NOTICE_REFERRED_15D]
    if leg.movement == Movement.DIRECT:
        mine += [c.starts_on for c in leg.case.clocks.all() if c.leg_id is None and c.duty == Duty.NOTICE_DIRECT_15D]
    return days_late(min(mine, default=leg.received_on), leg.accepted_on) if leg.accepted_on else 0


def explain_clock(clock: Clock, *, calendar: Calendar | None = None, limits: Limits | None = None) -> Explanation:
    """Recompute a stored clock from its facts, day by day; on another calendar, to see what would move.

    ``calendar`` and ``limits`` spare the queries where there are many.
    """
    calendar = calendar or working_calendar()
    whole = explain(
        Duty(clock.duty),
        clock.starts_on,
        calendar,
        days=clock.days,
        extended_days=clock.extended_days,
        pauses=pauses_of(clock),
        rules=(limits or legal_limits()).of(clock.rule_version),
    )
    return sooner(whole, clock.simple_days, calendar)


def wrong_clocks() -> Iterator[Clock]:
    """Recompute every clock there is, and return those whose stored date is not what their facts give."""
    calendar, limits = working_calendar(), legal_limits()
    for clock in Clock.objects.prefetch_related("hearings").order_by("pk").iterator(chunk_size=2000):
        if clock.due_on != explain_clock(clock, calendar=calendar, limits=limits).due_on:
            yield clock


def movable(since: date, limits: Limits) -> Q:
    """Return the running clocks that a changed day of the calendar, on or after ``since``, can move or make certain.

    What is counted in working days, what rolls past rest days, and nothing that ends before that day.
    """
    working = [duty for duty, period in PERIODS.items() if period.unit is DayUnit.WORKING_DAY]
    rolling = [duty for duty, period in PERIODS.items() if period.bearer is Bearer.PETITIONER]
    counted = Q(duty__in=[*working, *rolling]) | Q(simple_days__isnull=False) | Q(rule_version__in=limits.rolling())
    return RUNNING & counted & (Q(due_on__gte=since) | Q(provisional=True, due_on__isnull=False))


def pauses_of(clock: Clock) -> list[Pause]:
    """Return the hearings that a review clock leaves out (Art. 36, para 2)."""
    held = [(each.held_from, each.held_to) for each in clock.hearings.all()]
    return [Pause(first, last) for first, last in held if first and last]


def recount(clock: Clock) -> date | None:
    """Store the date that the designated, extended and paused days of a clock give, and return it; its start never moves."""
    explained = explain_clock(clock)
    clock.paused_days = sum((pause.last - pause.first).days + 1 for pause in pauses_of(clock))
    clock.due_on, clock.provisional = explained.due_on, explained.may_move
    clock.save(update_fields=["days", "due_on", "provisional", "extended_days", "paused_days"])
    return clock.due_on


def set_simple(clock: Clock, days: int | None, on: date) -> None:
    """Let a clock run under the simplified procedure, or, with None, under the ordinary limit from its own start.

    A shorter date that lies before ``on`` is not taken.
    """
    for each in (days, None):
        clock.simple_days = each
        explained = explain_clock(clock)
        if each is None or explained.due_on is None or explained.due_on >= on:
            break
    clock.due_on, clock.provisional = explained.due_on, explained.may_move
    clock.save(update_fields=["simple_days", "due_on", "provisional"])
