"""Whose lists may be found in a replica: not of who has just written, nor of whom a unit is being moved over."""

import logging

from django.conf import settings
from django.core.cache import cache
from redis import RedisError

from organizations.authority import being_moved
from organizations.models import Staff

# Beyond the most that a replica may be behind: by then it has what was written.
_LONGER = 1
log = logging.getLogger(__name__)


def note_written(account: int) -> None:
    """Remember that somebody has just written: until the replica has it for certain, he looks in the primary."""
    try:
        cache.set(_key(account), True, settings.REPLICA_MOST_LATE + _LONGER)
    except RedisError:
        log.warning("replica: the cache does not answer, who has just written may not find it at once")


def looks_in_replica(staff: Staff) -> bool:
    """Tell whether what a person lists may be found in the replica now; where nobody can say, in the primary."""
    if being_moved(staff):
        return False
    try:
        return cache.get(_key(staff.pk)) is None
    except RedisError:
        return False


def _key(account: int) -> str:
    return f"wrote:{account}"
