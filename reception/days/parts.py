"""What reception days add to the room, part by part."""

from celery.schedules import crontab

from kit.rooms import Entry, Tile
from organizations.roles import Right
from reception.days.departments import DEPARTMENT_CALL
from reception.days.figures import FIGURES
from reception.days.moves import VERBS
from reception.days.reading import my_days, recent_shortfalls, unpublished_days, unsaid_days
from reception.days.settings import SETTINGS

__all__ = ["FIGURES", "NAV", "REASONS", "RECORDS", "SCHEDULE", "SETTINGS", "TILES", "VERBS"]

_ARRANGES = (Right.ARRANGE_RECEPTION,)
NAV = (
    Entry(
        "接访日",
        "reception:days",
        "calendar",
        needs=(Right.SEE,),
        group="领导接访",
        also=("reception:day", "reception:day_new", "reception:rules", "reception:rule", "reception:rule_new"),
    ),
    Entry("接访缺口", "reception:shortfalls", "alert", needs=_ARRANGES, group="领导接访"),
)
TILES = (
    Tile("我的接访日", my_days, "reception:days", "已经公布、由我接访、还没有过的", needs=(Right.OWN_CASES,)),
    Tile("接访日待公布", unpublished_days, "reception:days", "今后两周内还没有公布的接访日", needs=_ARRANGES),
    Tile(
        "接访待登记到场",
        unsaid_days,
        "reception:days",
        "已经过了、还没有登记谁到场的接访日",
        query="list=unsaid",
        needs=_ARRANGES,
    ),
    Tile("接访缺口", recent_shortfalls, "reception:shortfalls", "近31天里没有按安排接访的", needs=_ARRANGES),
)
RECORDS = ("reception.receptionrule", "reception.receptionday")
REASONS = (DEPARTMENT_CALL,)
SCHEDULE = {
    "find-shortfalls": {
        "task": "reception.days.tasks.find_shortfalls_task",
        "schedule": crontab(hour=5, minute=20),
        "options": {"expires": 3600},
    }
}
