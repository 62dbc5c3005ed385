"""A worker in this process: what is sent to the broker is kept, and done when the day ends."""

import logging
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from celery.app import app_or_default
from celery.schedules import crontab
from django.utils.module_loading import import_string

from cases.models import FollowUp
from cases.record.follow_ups import do_follow_up
from kit.rooms import rooms

_log = logging.getLogger(__name__)


class Worker:
    """Takes the messages of all rooms, and does them one after another; a task that fails is counted, as a worker does."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[str, tuple[Any, ...], dict[str, Any]]] = deque()
        self.done: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    def take(self, name: str, args: Any = None, kwargs: Any = None, **_options: Any) -> None:
        """Take one message, in the place of the broker."""
        self.waiting.append((name, tuple(args or ()), dict(kwargs or {})))

    def do_what_was_sent(self) -> None:
        """Do every message, and those that are sent meanwhile."""
        while self.waiting:
            name, args, kwargs = self.waiting.popleft()
            self.do(name, *args, **kwargs)

    def do_what_follows(self) -> None:
        """Do the follow-ups of which no message told: the transaction they belong to is a test's."""
        for pk in list(FollowUp.objects.filter(done_at=None).order_by("pk").values_list("pk", flat=True)):
            self._tried("follow_up", lambda pk=pk: do_follow_up(pk))

    def do_what_is_due(self, day: date) -> None:
        """Do the periodic tasks of all rooms that have their turn on a day, each once, from the ground up."""
        for room in rooms():
            for row in room.schedule.values():
                if has_its_turn(row["schedule"], day):
                    self.do(row["task"], *row.get("args", ()), **row.get("kwargs", {}))

    def do(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Do one task by its name."""
        task = import_string(name)
        self._tried(name, lambda: task.run(*args, **kwargs))

    def _tried(self, name: str, work: Any) -> None:
        try:
            work()
        except Exception as fault:  # noqa: BLE001 the next task must not suffer; the count is a fault of the run
            _log.exception("%s failed", name)
            self.failed[f"{name}: {type(fault).__name__}"] += 1
        else:
            self.done[name] += 1


def has_its_turn(schedule: object, day: date) -> bool:
    """Tell whether a schedule of beat comes round on a day: what goes by hours or minutes does so on every day."""
    if not isinstance(schedule, crontab):
        return True
    beat: Any = schedule
    turns = (beat.day_of_week, beat.day_of_month, beat.month_of_year)
    return all(part in turn for part, turn in zip((day.isoweekday() % 7, day.day, day.month), turns, strict=True))


@contextmanager
def working_here() -> Iterator[Worker]:
    """Let a worker of this process take all messages: no broker is asked, no other worker hears of them."""
    worker, app = Worker(), app_or_default()
    # An attribute of the one application hides its method; every way to send a message ends there.
    app.__dict__["send_task"] = worker.take
    try:
        yield worker
    finally:
        del app.__dict__["send_task"]
