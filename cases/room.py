"""The room of the case: what it adds to the house."""

from datetime import timedelta

from celery.schedules import crontab

from cases.doors.table import DOORS
from cases.intake.similar import SIMILAR_DAYS
from cases.letters.variables import LETTERS
from cases.lists.tiles import TILES
from cases.reading.feed import FEED
from cases.record.verbs import VERBS
from kit.rooms import Entry, Room
from law.vocabulary import Act
from organizations.roles import Right

# The list opens to whoever reads cases at all; who keeps the sealed ones reads only those.
_READS = (Right.SEE, Right.SEE_SEALED)
_MINE, _CASES, _PAPERS = "我的工作", "信访件", "文书"

ROOM = Room(
    name="cases",
    label="信访件",
    floor=2,
    nav=(
        Entry("工作台", "cases:desk", "desk", group=_MINE),
        Entry("登记", "cases:intake", "intake", needs=(Act.REGISTER,), group=_MINE),
        Entry("信访件", "cases:list", "list", needs=_READS, group=_CASES, also=("cases:case",)),
        Entry("期限一览", "cases:clocks", "clock", needs=_READS, group=_CASES),
        Entry("按人查询", "cases:look_up", "search", needs=(Right.LOOK_UP,), group=_CASES),
        Entry("重大紧急日报", "cases:urgent_day", "flag", needs=_READS, group=_CASES, short="紧急日报"),
        Entry(
            "人民建议征集",
            "cases:collections",
            "chat",
            group=_CASES,
            short="建议征集",
            also=("cases:collection", "cases:collection_new", "cases:collection_edit", "cases:collection_result"),
        ),
        Entry("当天文书", "cases:day_letters", "book", needs=(Act.REFER, Act.NOTIFY), group=_PAPERS),
        Entry(
            "扫码送达",
            "cases:scan",
            "letter",
            needs=(Act.NOTIFY, Act.RECORD_RETURN),
            group=_PAPERS,
            also=("cases:scanned",),
        ),
        Entry("日历", "cases:calendar", "calendar", needs=(Right.MANAGE_UNITS,), group="系统"),
        Entry("为什么能看到", "cases:why_seen", "eye", needs=(Right.READ_LOG,), group="系统"),
        Entry(
            "文书模板",
            "cases:letter_templates",
            "book",
            needs=(Right.MANAGE_UNITS,),
            group="系统",
            also=("cases:letter_template",),
        ),
    ),
    tiles=TILES,
    doors=DOORS,
    letters=LETTERS,
    verbs=VERBS,
    feed=FEED,
    schedule={
        "sweep-follow-ups": {
            "task": "cases.tasks.sweep_follow_ups_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "recount-clocks": {
            "task": "cases.tasks.recount_clocks_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "recount-all-clocks": {
            "task": "cases.tasks.recount_all_clocks_task",
            "schedule": crontab(hour=1, minute=30),
            "options": {"expires": 3600},
        },
    },
    settings=(SIMILAR_DAYS,),
    printed=("print_procedure", "print_glossary"),
    urls="cases.urls",
    api="cases.api.urls",
)
