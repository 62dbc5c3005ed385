"""Days at each desk, and days lost between desks: a pure function of the movements, without a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Trip:
    """One leg at one unit: sent and received, and the day it left; ``came_back``: it went back to the desk.

    ``onward``: it came from another unit, not from the desk.
    """

    leg: int
    sent_on: date
    received_on: date
    left_on: date | None = None
    came_back: bool = False
    onward: bool = False


@dataclass(frozen=True)
class Stay:
    """A time at a desk or at a unit (``leg`` None: at the desk); ``lost``: the way there led nowhere."""

    leg: int | None
    since: date
    until: date | None
    days: int
    lost: bool = False


@dataclass(frozen=True)
class Ledger:
    """All stays, and the calendar days on which at least one leg was where it did not belong, or on its way."""

    desk: tuple[Stay, ...]
    legs: tuple[Stay, ...]
    days_lost: int


def ledger(received_on: date, trips: Sequence[Trip], on: date, *, waiting: bool) -> Ledger:
    """Return the stays from the day of receipt to ``on``; ``waiting``: a demand lies at the desk now."""
    legs = tuple(
        Stay(t.leg, t.received_on, t.left_on, _between(t.received_on, t.left_on or on), t.came_back) for t in trips
    )
    lost = {day for t in trips for day in _days(t.sent_on, (t.left_on or on) if t.came_back else t.received_on)}
    return Ledger(tuple(_at_desk(received_on, trips, on, waiting)), legs, len(lost))


def _at_desk(received_on: date, trips: Sequence[Trip], on: date, waiting: bool) -> list[Stay]:
    """The desk holds a case until all is sent; again from each return until the next dispatch after it."""
    trips = [trip for trip in trips if not trip.onward]
    starts = [received_on, *sorted({t.left_on for t in trips if t.came_back and t.left_on})]
    stays = []
    for place, since in enumerate(starts):
        last = place == len(starts) - 1
        end = None if last else starts[place + 1]
        # What came back is sent on after the return that brought it; on the same day, only by a later leg.
        sent = [t.sent_on for t in trips if t.sent_on >= since and (end is None or t.sent_on <= end)]
        sent = [day for day in sent if place == 0 or day > since or _again(trips, since)]
        until = None if (last and waiting) else max(sent, default=None)
        stays.append(Stay(None, since, until, _between(since, until or on)))
    return stays


def _again(trips: Sequence[Trip], since: date) -> bool:
    """Tell whether something was sent on the very day something came back, by a leg opened later."""
    back = min(t.leg for t in trips if t.came_back and t.left_on == since)
    return any(t.sent_on == since and t.leg > back for t in trips)


def _between(first: date, last: date) -> int:
    return max((last - first).days, 0)


def _days(first: date, last: date) -> list[date]:
    return [first + _DAY * n for n in range(_between(first, last))]
