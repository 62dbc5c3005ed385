"""The lives of simulated cases: when each begins, how far it goes, who is late, and who tries what he may not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from cases.doors.table import ACTIONS
from cases.models import Case
from demo.cast import Cast
from demo.courses import Aside, Stage
from demo.fates import FATES, Fate, Turn
from demo.planning import plan_of
from demo.plans import Deed, Moment, Plan
from law.calendar import Calendar
from law.vocabulary import Act
from organizations.simulated import World

# A life that was refused so often stands still: nobody tries the same for ever.
_MOST_REFUSALS = 8
_TO_THE_END, _LATE, _STRAY = 0.7, 0.25, 0.08
_DAYS_LATE = (3, 40)


@dataclass
class Life:
    """One case on its way: its plan, its first day, the deed it has come to, and from which deed on it is late."""

    plan: Plan
    starts: date
    late_from: int
    late: int
    case_id: int = 0
    place: int = 0
    refusals: int = 0

    @property
    def over(self) -> bool:
        """Tell whether nothing more happens."""
        return self.place >= len(self.plan.deeds) or self.refusals >= _MOST_REFUSALS

    @property
    def due_on(self) -> date:
        """Return the day on which the next deed is to happen."""
        late = self.late if self.place >= self.late_from else 0
        return self.starts + timedelta(days=self.plan.deeds[self.place].day + late)


def lives(number: int, first: date, last: date, calendar: Calendar, rng: Random) -> list[Life]:
    """Return so many lives, begun on the working days of a span; every draw comes from ``rng``."""
    days = [day for day in _days(first, last) if calendar.is_working(day)] or [last]
    return [_life(turn, rng.choice(days), Random(rng.getrandbits(64))) for turn in range(number)]


def _life(turn: int, starts: date, rng: Random) -> Life:
    [fate] = rng.choices(FATES, [fate.count for fate in FATES])
    if rng.random() < _TO_THE_END:
        fate = _to_the_end(fate)
    plan = plan_of(fate, turn, rng, starts)
    late = rng.randint(*_DAYS_LATE) if rng.random() < _LATE else 0
    return Life(plan, starts, rng.randrange(1, len(plan.deeds) + 1), late)


def _to_the_end(fate: Fate) -> Fate:
    """Let a case that only stops on its way go on until it is closed: a district does not leave most of its work undone."""
    course = fate.course
    if course.aside is not Aside.NONE or fate.turn is not Turn.NONE:
        return fate
    return replace(fate, course=replace(course, until=Stage.CLOSED))


def live(all_lives: list[Life], day: date, cast: Cast, world: World, rng: Random) -> None:
    """Let everything happen that is to happen by this day, in the order in which the people of the day come to it."""
    due = [life for life in all_lives if not life.over and life.due_on <= day]
    rng.shuffle(due)
    people = sorted(cast.people)
    for life in due:
        if life.case_id and rng.random() < _STRAY:
            _stray(life, cast, day, world, rng.choice(people), again=rng.random() < 0.5)
        while not life.over and life.due_on <= day:
            _next(life, cast, day, world)


def _next(life: Life, cast: Cast, day: date, world: World) -> None:
    deed = life.plan.deeds[life.place]
    if not world.attempt(deed.act, lambda: _done(life, deed, deed.who, cast, day)):
        life.refusals += 1
        if not life.case_id:
            life.refusals = _MOST_REFUSALS
    life.place += 1


def _stray(life: Life, cast: Cast, day: date, world: World, somebody: str, *, again: bool) -> None:
    """Let the last deed be sent a second time, or the next one be tried by somebody whose turn it may not be."""
    place = life.place - 1 if again else life.place
    deed = life.plan.deeds[place]
    if deed.act is not Act.REGISTER:
        world.attempt(deed.act, lambda: _done(life, deed, deed.who if again else somebody, cast, day))


def _done(life: Life, deed: Deed, who: str, cast: Cast, day: date) -> None:
    # No date is given: today is what the clock says.
    if deed.act is Act.REGISTER:
        made: Case = ACTIONS[deed.act](by=cast.staff(who), **deed.how(Moment(Case(), day, cast)))
        life.case_id = made.pk
        return
    case = Case.objects.get(pk=life.case_id)
    arguments: dict[str, Any] = deed.how(Moment(case, day, cast))
    ACTIONS[deed.act](case.pk, by=cast.staff(who), **arguments)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
