"""Looking in a replica: keys and figures are found there, whatever somebody is shown is read from the primary.

Nothing goes to the replica by itself: whoever lists or counts asks `from_replica` first, and the primary where that
gives nothing. docs/decisions/0043-replicas.md says why.
"""

import logging
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.conf import settings
from django.db import Error

from kit.replica_lag import Lag

REPLICA = "replica"
_T = TypeVar("_T")
_allowed: ContextVar[Callable[[], bool] | None] = ContextVar("may look in the replica", default=None)
_asked: ContextVar[dict[Hashable, Any] | None] = ContextVar("asked of the primary during one look", default=None)
lag = Lag(REPLICA)
log = logging.getLogger(__name__)


def has_replica() -> bool:
    """Tell whether this installation has a replica."""
    return REPLICA in settings.DATABASES


@contextmanager
def may_look_in_replica(allowed: Callable[[], bool]) -> Iterator[None]:
    """Let what is listed and counted inside be found in the replica, as long as ``allowed`` says so."""
    token = _allowed.set(allowed if has_replica() else None)
    try:
        yield
    finally:
        _allowed.reset(token)


def from_replica(look: Callable[[], _T]) -> _T | None:
    """Return what a look in the replica finds; None where the primary is to be asked.

    That is: there is no replica, this is not the turn for it, it is too far behind, or it fails in the middle.
    """
    allowed = _allowed.get()
    if allowed is None or not allowed() or not _near_enough():
        return None
    token = _asked.set({})
    try:
        return look()
    except Error as failed:
        # Also a question that the replica broke off to go on replaying.
        log.warning("replica: a question failed (%s), the primary answers", type(failed).__name__)
        lag.leave_alone()
        return None
    finally:
        _asked.reset(token)


def once_a_look(key: Hashable, ask: Callable[[], _T]) -> _T:
    """Return what the primary says, asked once for all parts of one look in the replica."""
    asked = _asked.get()
    if asked is None:
        return ask()
    if key not in asked:
        asked[key] = ask()
    found: _T = asked[key]
    return found


def _near_enough() -> bool:
    seconds = lag.seconds()
    return seconds is not None and seconds <= settings.REPLICA_MOST_LATE
