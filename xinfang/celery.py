"""The Celery application: tasks are found in the `tasks` module of every installed app, and where a room's schedule names them."""

import gc
import os
import time
from typing import Any

import django
from celery import Celery, Task
from celery.signals import before_task_publish, task_prerun, worker_process_init
from django.apps import apps
from django.db import close_old_connections

from kit.roomy import roomy
from xinfang.schedule import schedule, scheduled_modules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xinfang.settings")


class RoomyTask(Task[Any, Any]):
    """A task that runs with room on the interpreter's stack."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do the task."""
        return roomy(super().__call__, *args, **kwargs)


app = Celery("xinfang", task_cls=RoomyTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# The stubs do not know that nothing may stand here: the names are of the modules themselves.
app.autodiscover_tasks(scheduled_modules, related_name=None)  # type: ignore[arg-type]


@app.on_after_finalize.connect
def take_up_schedule(sender: Celery, **_: object) -> None:
    """Give beat what the rooms want done by the clock; they are read once Django is ready."""
    if not apps.ready:
        django.setup()
    sender.conf.beat_schedule = schedule()


@worker_process_init.connect
def keep_what_stays(**_: object) -> None:
    """Take what was loaded out of the collector's rounds: it stays, and each round would look at all of it."""
    gc.freeze()


@task_prerun.connect
def look_at_connection(**_: object) -> None:
    """Let a task have the connection of the one before, if that still answers."""
    close_old_connections()


@before_task_publish.connect
def stamp_message(headers: dict[str, Any] | None = None, **_: object) -> None:
    """Write the time of sending into every message: the health page reads the queue's age from it."""
    if headers is not None:
        headers["sent_at"] = time.time()
