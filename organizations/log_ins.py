"""Log-ins for many names from one address are slowed; the address itself is never locked, for offices share one.

django-axes stops the guessing of one account's password. Here it is noticed that one address fails under many
names: from then on each attempt has to wait a few seconds, told by Retry-After and not by a thread that sleeps. A
name that was told to wait has its turn afterwards, whatever else comes from the address meanwhile.
"""

import logging
import time
from contextlib import suppress
from dataclasses import dataclass

from axes.helpers import get_client_ip_address
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import LOG_IN_FAILED
from organizations.models import Staff

MOST_NAMES = 10
WINDOW = 600
MOST_SECONDS = 10
_TURN_KEPT = 300
logger = logging.getLogger(__name__)


class Slowed(Refused):
    """A log-in that has to wait so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            "log_in_slowed",
            f"从这台电脑所在的网络有许多账号登录失败，请{seconds}秒后再按一次登录。账号没有锁定，填对密码就能登录。",
        )
        self.retry_after = seconds


@dataclass(frozen=True)
class Attempt:
    """One log-in under a name from an address; neither is written anywhere in the clear."""

    address: str
    name: str

    @property
    def _place(self) -> str:
        return "log-in:" + salted_hmac("log-in", self.address).hexdigest()[:32]

    @property
    def _person(self) -> str:
        return f"{self._place}:{salted_hmac('log-in', self.name.strip().lower()).hexdigest()[:32]}"

    def assert_turn(self) -> None:
        """Let a log-in be tried, or tell it to wait. Raises Refused log_in_slowed."""
        try:
            seconds = self._wait(time.time())
        except RedisError:
            logger.warning("log-ins are not slowed: the cache does not answer")
            return
        if seconds:
            raise Slowed(seconds)

    def note_failure(self) -> None:
        """Count a failed log-in; the same name over again counts once."""
        try:
            self._count(time.time())
        except RedisError:
            logger.warning("a failed log-in is not counted: the cache does not answer")

    def _wait(self, now: float) -> int:
        """Return for how many seconds this name has to wait, 0 where it is its turn; a turn is good once."""
        delay = _delay(cache.get(f"{self._place}:names", 0))
        if not delay or now >= cache.get(f"{self._place}:next", 0):
            return 0
        turn = cache.get(f"{self._person}:turn")
        if turn is None:
            cache.add(f"{self._person}:turn", now + delay, _TURN_KEPT)
            return delay
        if now < turn:
            return max(1, round(float(turn) - now))
        cache.delete(f"{self._person}:turn")
        return 0

    def _count(self, now: float) -> None:
        names = f"{self._place}:names"
        cache.add(names, 0, WINDOW)
        if cache.add(f"{self._person}:failed", 1, WINDOW):
            # The count may have run out just now: then a new one begins with the next name.
            with suppress(ValueError):
                cache.incr(names)
        if delay := _delay(cache.get(names, 0)):
            cache.set(f"{self._place}:next", now + delay, WINDOW)


def attempt_of(request: HttpRequest, name: str) -> Attempt:
    """Return the attempt that a request makes; its address is the one that the lock-out counts by."""
    return Attempt(str(get_client_ip_address(request)), name)


def note_failure(name: str, door: str, why: str) -> None:
    """Note a failed log-in in the journal, on the account of that name if there is one; the typed name itself is not kept."""
    known = None if "\x00" in name else Staff.objects.select_related("unit").filter(username=name.strip()).first()
    note(LOG_IN_FAILED, by=known, door=door, why=why)


def _delay(names: int) -> int:
    """Return the seconds between log-ins after so many names have failed: none, then 1, 2, 4, 8, at most 10."""
    return 0 if names < MOST_NAMES else int(min(2 ** min(names - MOST_NAMES, 10), MOST_SECONDS))
