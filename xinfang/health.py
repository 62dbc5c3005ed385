"""The health page: is the database there, is the broker there, is the worker keeping up, with messages too?"""

import json
import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis import Redis, RedisError

from cases.record.auditing_reach import last_difference
from kit.messages.sending import late
from kit.replica import has_replica, lag
from kit.rooms import rooms

QUEUE = "celery"
# An hour-glass for the operator: older than this, nobody takes work from the queue.
OLDEST_SECONDS = 900
log = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database and broker work and the oldest waiting task is young, else 503; no login."""
    database = database_state()
    report: dict[str, Any] = {"database": database, **queue_state(), "messages_late": messages_late(database)}
    report["reach_differences"] = reach_differences(database)
    report |= {name: asked_of_a_room(ask, database) for room in rooms() for name, ask in room.health.items()}
    if has_replica():
        report["replica_behind"] = lag.seconds() if database == "ok" else None
    good = report["database"] == report["broker"] == "ok" and (report["queue_age"] or 0) <= OLDEST_SECONDS
    return JsonResponse({"status": "ok" if good else "unavailable", **report}, status=200 if good else 503)


def database_state() -> str:
    """Return `ok` when the database answers a query, else `unreachable`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        log.warning("health: the database does not answer")
        connection.close()
        return "unreachable"
    return "ok"


def messages_late(database: str) -> int | None:
    """Return how many messages have waited ten minutes or longer (at most 1000); None where nobody can say."""
    try:
        return late() if database == "ok" else None
    except DatabaseError:
        log.warning("health: the outbox does not answer")
        return None


def reach_differences(database: str) -> int | None:
    """Return in how many places the last audit of the reach rows found a difference; None: no audit, or nobody can say."""
    try:
        return last_difference() if database == "ok" else None
    except DatabaseError:
        log.warning("health: the journal does not answer")
        return None


def asked_of_a_room(ask: Callable[[], int | None], database: str) -> int | None:
    """Return a figure that a room adds: 0 where all is well; None where nobody can say."""
    try:
        return ask() if database == "ok" else None
    except DatabaseError:
        log.warning("health: the records of a room do not answer")
        return None


def queue_state() -> dict[str, Any]:
    """Return the broker's state, the number of waiting tasks and the age of the oldest in seconds (None: empty)."""
    try:
        with Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=2, socket_connect_timeout=2) as client:
            waiting = client.llen(QUEUE)
            oldest = client.lindex(QUEUE, -1)
    except RedisError:
        log.warning("health: the broker does not answer")
        return {"broker": "unreachable", "queue_length": None, "queue_age": None}
    return {"broker": "ok", "queue_length": waiting, "queue_age": message_age(oldest)}


def message_age(message: bytes | str | None) -> int | None:
    """Return how many seconds ago a message of the queue was sent; None for no message or one without a time."""
    if message is None:
        return None
    sent_at = json.loads(message).get("headers", {}).get("sent_at")
    return max(0, int(time.time() - sent_at)) if sent_at else None
