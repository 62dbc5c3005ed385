"""On which day each act of an outline falls: closed cases over ten years, open ones up to these days."""

from collections.abc import Sequence
from datetime import date, timedelta

from demo.seeding import histories
from demo.seeding.drawing import between
from demo.seeding.outlines import Outline, Planned, Wish
from demo.seeding.world import World
from law.vocabulary import Act

Offset = tuple[int, Act, int | None]
YEARS = 10
_DAYS = 365 * YEARS + 2
_NOT_ARCHIVED = 0.25
# An ended leg has nothing more to come but its archive.
_ENDS = (Act.CLOSE, Act.FILE_ONLY, Act.ARCHIVE)


def days_of(found: Outline) -> list[Offset]:
    """Return the acts with the days since receipt, in their order: what falls on one day stays leg by leg."""
    random = found.random
    registered = int(random.random() * 2)
    days: list[Offset] = [(registered, Act.REGISTER, None)]
    if found.urgent:
        days.append((registered, Act.REPORT_URGENT, None))
    ends: list[int] = []
    for number, leg in enumerate(found.legs):
        start = ends[leg.after] if leg.after is not None else registered
        on_the_spot = leg.history is histories.ON_THE_SPOT
        day = start + (0 if on_the_spot else between(random, 1, 4 if leg.after is not None else 9))
        days.append((day, leg.opener, number))
        for turn in leg.history:
            day += between(random, turn[1], turn[2])
            # One act a demand.
            days += [(day, turn[0], number)] * (len(leg.demands) if turn[0] is Act.ANSWER else 1)
        ends.append(day)
    return sorted(days, key=lambda each: each[0])


def place_closed(world: World, wish: Wish, found: Outline, days: Sequence[Offset]) -> None:
    """Spread over the ten years; what would end ahead of today began earlier."""
    if found.random.random() < _NOT_ARCHIVED:
        days = [day for day in days if day[1] is not Act.ARCHIVE]
    share = (found.index + found.random.random()) / max(wish.closed, 1)
    last = days[-1][0]
    received = world.today - timedelta(days=max(round(_DAYS * (1 - share)), last + 3))
    found.received_on = received
    found.planned = _planned(received, days)


def place_open(world: World, found: Outline, days: Sequence[Offset]) -> None:
    """Stop somewhere before the end; the last act was so lately that the next is due, now and then it is overdue."""
    random = found.random
    most = next((place for place, day in enumerate(days) if day[1] in _ENDS), len(days))
    kept = 1 + int(random.random() * most)
    ahead = days[kept][0] - days[kept - 1][0] if kept < len(days) else 6
    since = int(random.random() * (ahead + 1))
    if random.random() < 0.05:
        since += between(random, 8, 40)
    found.received_on = world.today - timedelta(days=days[kept - 1][0] + since)
    found.planned = _planned(found.received_on, days[:kept])


def _planned(received_on: date, days: Sequence[Offset]) -> list[Planned]:
    return [Planned(act, received_on + timedelta(days=day), leg) for day, act, leg in days]
