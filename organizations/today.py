"""The one clock of the house: today and now. A training stack may run ahead of the calendar; a simulation injects a day."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.timezone import get_current_timezone, localdate
from redis.exceptions import RedisError

from law.errors import Refused

_DAYS_AHEAD = "training-days-ahead"
MOST_DAYS_AHEAD = 400
_last_known = {"days": 0}
_OPENING, _SECONDS = time(8), 57_000


@dataclass(eq=False)
class _Injected:
    """A day that stands for today, and how many moments of it were asked for."""

    day: date
    asked: int = 0

    def moment(self) -> datetime:
        """Return the next moment: a second later each time; near midnight by less, for the day must not end."""
        self.asked += 1
        start = datetime.combine(self.day, _OPENING, tzinfo=get_current_timezone())
        return start + timedelta(seconds=min(self.asked, _SECONDS), microseconds=self.asked)


# One for the whole process, threads included: what runs beside a simulated day must not date its deeds otherwise.
_injected: list[_Injected] = []


def today() -> date:
    """Return the date law is applied on: the local date, moved on only where settings.TRAINING is set."""
    return _injected[-1].day if _injected else localdate() + timedelta(days=days_ahead())


def now() -> datetime:
    """Return the moment that deeds are dated with: the real one, moved on by as many days as today() is."""
    return _injected[-1].moment() if _injected else timezone.now() + timedelta(days=days_ahead())


@contextmanager
def on_the_day(day: date) -> Iterator[None]:
    """Let the whole process take a day for today, for a simulation or a test; its moments follow one another."""
    injected = _Injected(day)
    _injected.append(injected)
    try:
        yield
    finally:
        _injected.remove(injected)


def days_ahead() -> int:
    """Return by how many days a training stack runs ahead; 0 in production, the last known while the cache is away."""
    if not settings.TRAINING:
        return 0
    with suppress(RedisError, OSError):
        _last_known["days"] = int(cache.get(_DAYS_AHEAD, 0))
    return _last_known["days"]


def move_ahead(days: int) -> date:
    """Move the training date on by ``days`` (never back: deeds are dated) and return the new date.

    Raises Refused: not_training, date_not_ahead.
    """
    if not settings.TRAINING:
        raise Refused("not_training", "只有演示、培训环境才能拨快日期。")
    left = MOST_DAYS_AHEAD - days_ahead()
    if not 1 <= days <= left:
        raise Refused("date_not_ahead", f"日期只能往后拨1至{left}天。")
    cache.add(_DAYS_AHEAD, 0, None)
    cache.incr(_DAYS_AHEAD, days)
    return today()
