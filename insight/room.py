"""What the insight room adds to the house: texts like another one, a category, hints beside the registration form."""

from datetime import timedelta

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from insight.beside import BESIDE
from insight.on_case import read_alike_panel
from insight.repeats.judging import alike
from insight.settings import SETTINGS
from kit.rooms import Entry, Panel, Room
from organizations.roles import Right

ROOM = Room(
    name="insight",
    label="智能提示",
    floor=3,
    nav=(Entry("提示采用情况", "insight:figures", "chart", needs=(Right.READ_HINTS,), group="信访件"),),
    panels=(Panel("可能的同一事项", "insight/_panel.html", read_alike_panel, icon="link"),),
    hanging={"hint": Hanging()},
    settings=SETTINGS,
    beside=(BESIDE,),
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
        "follow-hints": {
            "task": "insight.tasks.follow_hints_task",
            "schedule": crontab(hour=2, minute=35),
            "options": {"expires": 3600},
        },
        "learn-categories": {
            "task": "insight.tasks.learn_categories_task",
            "schedule": crontab(hour=3, minute=10, day_of_week=0),
            "options": {"expires": 3600},
        },
    },
    urls="insight.urls",
    api="insight.api_urls",
)
