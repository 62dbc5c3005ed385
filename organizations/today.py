"""The date of today and the moment of now; a training stack may run ahead of the calendar."""

from contextlib import suppress
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.timezone import localdate
from redis.exceptions import RedisError

from law.errors import Refused

_DAYS_AHEAD = "training-days-ahead"
MOST_DAYS_AHEAD = 400
_last_known = {"days": 0}


def today() -> date:
    """Return the date law is applied on: the local date, moved on only where settings.TRAINING is set."""
    return localdate() + timedelta(days=days_ahead())


def now() -> datetime:
    """Return the moment that deeds are dated with: the real one, moved on by as many days as today() is."""
    return timezone.now() + timedelta(days=days_ahead())


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
