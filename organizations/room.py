"""The room of units and people: what it adds to the house."""

from datetime import timedelta

from kit.rooms import Entry, Room
from organizations.feed.sources import FEED
from organizations.journal.verbs import VERBS
from organizations.roles import Right

ROOM = Room(
    name="organizations",
    label="机构与人员",
    floor=1,
    nav=(
        Entry("权限一览", "permissions", "shield", group="系统"),
        Entry("期限标准", "limits", "book", group="系统"),
        Entry("期限计算器", "calculator", "calendar", group="系统"),
        Entry(
            "参数与字典",
            "settings",
            "settings",
            needs=(Right.MANAGE_UNITS,),
            group="系统",
            also=("setting", "dictionary"),
        ),
        Entry("日志", "journal", "audit", needs=(Right.READ_LOG,), group="系统"),
        Entry("我的账号", "account", "person", group="系统"),
        Entry("演示日期", "training", "calendar", group="系统", training_only=True),
    ),
    verbs=VERBS,
    feed=FEED,
    schedule={
        "sequence": {
            "task": "organizations.tasks.sequence_task",
            "schedule": timedelta(seconds=15),
            "options": {"expires": 60},
        }
    },
    printed=("print_permissions",),
    urls="organizations.urls",
    api="organizations.api.urls",
)
