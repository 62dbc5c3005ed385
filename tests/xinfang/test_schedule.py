"""Whatever beat sends is something a worker knows."""

from xinfang.celery import app
from xinfang.schedule import schedule


def test_a_worker_knows_every_task_of_the_schedule():
    app.loader.import_default_modules()
    assert {row["task"] for row in schedule().values()} <= set(app.tasks)
