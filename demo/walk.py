"""Walks the plans through the acts: one act, one transaction; stopped anywhere, it goes on from there."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count

from cases.doors.table import ACTIONS
from cases.models import Case
from demo.cast import Cast, load_cast
from demo.fates import WANTED
from demo.planning import plans
from demo.plans import SOURCE, Deed, Moment, Plan
from law.errors import Refused
from law.vocabulary import Act
from organizations.working_days import working_calendar

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Tally:
    """What one piece of work came to."""

    made: int = 0
    failed: tuple[str, ...] = ()


def external_number(number: int) -> str:
    """Return the number by which a demonstration case is known: demo-0001 and so on."""
    return f"{SOURCE}-{number:04d}"


def missing(day: date) -> list[int]:
    """Return the numbers of the cases that are not there yet, or stopped half-way."""
    rows = Case.objects.filter(source=SOURCE).annotate(acts=Count("events"))
    done = dict(rows.values_list("external_number", "acts"))
    wanted = enumerate(plans(day), 1)
    return [number for number, plan in wanted if done.get(external_number(number), 0) < len(plan.deeds)]


def make_cases(numbers: Iterable[int], day: date, after_each: Callable[[], None] | None = None) -> Tally:
    """Make these cases (1 to WANTED) as of ``day``; a case that is refused an act is logged and left as it is."""
    cast = load_cast()
    if cast is None:
        return Tally()
    made, failed = 0, []
    for number in numbers:
        try:
            made += make_case(number, day, cast)
        except Refused as refused:
            failed.append(f"{external_number(number)} {refused.code} {refused.message}")
            _log.error("demonstration case %s stopped: %s", external_number(number), refused.code)
        if after_each:
            after_each()
    return Tally(made, tuple(failed))


def make_case(number: int, day: date, cast: Cast) -> bool:
    """Make or finish one case; False where there was nothing to do, or somebody else has acted on it.

    Raises Refused: whatever an act of the plan is refused for.
    """
    plan = plans(day)[number - 1]
    start = day - timedelta(days=plan.age)
    case, new = _registered(plan, number, _office_day(start, day), cast)
    done = case.events.count()
    for place in range(done, len(plan.deeds)):
        deed = plan.deeds[place]
        on = _office_day(start + timedelta(days=deed.day), day)
        if not _perform(case, plan, place, on, cast):
            return False
    return new or done < len(plan.deeds)


def _registered(plan: Plan, number: int, on: date, cast: Cast) -> tuple[Case, bool]:
    """Return the case and whether this call registered it."""
    known = Case.objects.filter(source=SOURCE, external_number=external_number(number))
    case = known.first()
    if case:
        return case, False
    deed = plan.deeds[0]
    now = Moment(Case(), on, cast)
    try:
        made: Case = ACTIONS[Act.REGISTER](
            by=cast.staff(deed.who), on=on, source=SOURCE, external_number=external_number(number), **deed.how(now)
        )
    except IntegrityError:  # another worker was a moment earlier
        return known.get(), False
    return made, True


def _perform(case: Case, plan: Plan, place: int, on: date, cast: Cast) -> bool:
    """Do one deed, unless the case has not come through exactly the deeds before it."""
    deed: Deed = plan.deeds[place]
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        acts = list(locked.events.order_by("sequence").values_list("act", flat=True))
        if acts != plan.acts[:place]:
            return False
        on = max(on, locked.last_act_on or on)
        arguments = deed.how(Moment(locked, on, cast))
        ACTIONS[deed.act](locked.pk, by=cast.staff(deed.who), on=on, **arguments)
    return True


def _office_day(day: date, latest: date) -> date:
    """Return the first working day from ``day`` on, but never a day after ``latest``."""
    calendar = working_calendar()
    return min(day if calendar.is_working(day) else calendar.next_working(day), latest)


__all__ = ["SOURCE", "WANTED", "Tally", "external_number", "make_case", "make_cases", "missing"]
