"""What the insight room adds to the house: texts like another one, a category, hints beside the registration form."""

from datetime import timedelta

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from insight.beside import BESIDE
from insight.handling.on_case import read_handling_panel
from insight.imported.moves import VERBS
from insight.imported.reading import open_repeats
from insight.on_case import read_alike_panel
from insight.repeats.judging import alike
from insight.settings import SETTINGS
from insight.shown import live, seed, show
from kit.rooms import Entry, Panel, Room, Tile
from law.vocabulary import Act
from organizations.roles import Right

ROOM = Room(
    name="insight",
    label="智能提示",
    floor=3,
    nav=(
        Entry("提示采用情况", "insight:figures", "chart", needs=(Right.READ_HINTS,), group="信访件"),
        Entry(
            "导入后可能的重复",
            "insight:found_list",
            "link",
            needs=(Act.JOIN_MATTER,),
            group="信访件",
            also=("insight:found",),
        ),
    ),
    tiles=(
        Tile(
            "导入后可能的重复",
            open_repeats,
            "insight:found_list",
            "导入、按清单登记的件中，内容与另一件相近、还没有人核对的",
            needs=(Act.JOIN_MATTER,),
        ),
    ),
    verbs=VERBS,
    records=("insight.foundrepeat",),
    panels=(
        Panel("可能的同一事项", "insight/_panel.html", read_alike_panel, icon="link"),
        Panel("办理提示", "insight/_handling_panel.html", read_handling_panel, icon="split"),
    ),
    hanging={"hint": Hanging(), "foundrepeat": Hanging()},
    settings=SETTINGS,
    beside=(BESIDE,),
    alike=alike,
    schedule={
        "index-texts": {
            "task": "insight.tasks.index_texts_task",
            "schedule": timedelta(minutes=1),
            "options": {"expires": 50},
        },
        "find-repeats": {
            "task": "insight.tasks.find_repeats_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 250},
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
    demo=show,
    seed=seed,
    simulate=live,
    urls="insight.urls",
    api="insight.api_urls",
)
