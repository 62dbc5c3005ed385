"""How often something may be done from one address, or about one telephone: counted under keyed names, told with the wait.

A cache that is away slows nobody: what is guarded is long enough by itself.
"""

import logging
import time
from contextlib import suppress
from dataclasses import dataclass

from django.core.cache import cache
from redis.exceptions import RedisError

from kit.origin import origin
from kit.settings import Setting
from law.errors import Refused
from organizations.settings_in_force import setting_on
from organizations.today import today

LOOK_UPS = Setting(
    "PORTAL_LOOK_UPS",
    20,
    "门户：一个网络地址10分钟内最多查错几次",
    help="编号或者查询码不对的次数；查对的不计。村（社区）、单位共用一个地址的，不要设得太小。",
    unit="次",
    least=5,
    most=1000,
)
FILINGS = Setting(
    "PORTAL_FILINGS",
    120,
    "门户：一个网络地址1小时内最多提交几件",
    help="超过的请信访人稍后再提交，或者到窗口、来信、来电；0表示不限。",
    unit="件",
    least=0,
    most=1_000_000,
)
SETTINGS = (LOOK_UPS, FILINGS)
_TEN_MINUTES, _HOUR, _DAY = 600, 3600, 86_400
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limit:
    """So many in so many seconds; ``most``: a number, or the key of the setting that says it."""

    name: str
    most: int | str
    seconds: int


FAILED_LOOK_UPS = Limit("look-up", LOOK_UPS.key, _TEN_MINUTES)
FILED = Limit("filed", FILINGS.key, _HOUR)
SMS_OF_A_PHONE = Limit("sms-phone", 3, _DAY)
SMS_OF_AN_ADDRESS = Limit("sms-address", 30, _HOUR)
REPORTED = Limit("reported", 10, _DAY)


class TooOften(Refused):
    """What has to wait so many seconds."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__("portal_too_often", message)
        self.retry_after = seconds


def within(limit: Limit, whom: str = "") -> bool:
    """Count one more for somebody (the address of the request where nobody is said); False once it is too many."""
    try:
        return _counted(limit, whom or origin(), 1) <= _most(limit)
    except RedisError:
        logger.warning("the portal counts nothing: the cache does not answer")
        return True


def assert_within(limit: Limit, words: str, *, count: bool = True) -> None:
    """Refuse what comes too often from the address of this request; without ``count`` only what was counted before decides.

    Raises TooOften: portal_too_often.
    """
    try:
        so_far = _counted(limit, origin(), int(count))
    except RedisError:
        logger.warning("the portal counts nothing: the cache does not answer")
        return
    if so_far > _most(limit) - (not count):
        left = limit.seconds - int(time.time()) % limit.seconds
        raise TooOften(words.format(minutes=max(1, -(-left // 60))), left)


def _most(limit: Limit) -> float:
    most = setting_on(limit.most, today()) if isinstance(limit.most, str) else limit.most
    return most or float("inf")


def _counted(limit: Limit, whom: str, more: int) -> int:
    # The window is part of the name: it begins anew by itself, and nobody prolongs it by trying.
    place = f"portal:{limit.name}:{whom}:{int(time.time()) // limit.seconds}"
    if not more:
        return int(cache.get(place, 0))
    cache.add(place, 0, limit.seconds)
    with suppress(ValueError):
        return int(cache.incr(place))
    return more
