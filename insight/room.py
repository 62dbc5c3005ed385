"""What the insight room adds to the house: texts like another one, a category, hints beside the registration form."""

from datetime import timedelta

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from insight.repeats.judging import alike
from kit.rooms import Room

ROOM = Room(
    name="insight",
    label="智能提示",
    floor=3,
    hanging={"hint": Hanging()},
    alike=alike,
    schedule={
        "index-texts": {
            "task": "insight.tasks.index_texts_task",
            "schedule": timedelta(minutes=1),
            "options": {"expires": 50},
        },
        "count-grams": {
            "task": "insight.tasks.count_grams_task",
            "schedule": crontab(hour=2, minute=20),
            "options": {"expires": 3600},
        },
    },
)
