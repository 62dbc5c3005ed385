"""The room of units and people: what it adds to the house."""

from datetime import timedelta

from kit.messages.words import Channel
from kit.rooms import Entry, Room
from organizations.feed.sources import FEED
from organizations.jobs.verbs import VERBS as JOB_VERBS
from organizations.jobs.working import AT_ONCE, SWEEP_SECONDS
from organizations.journal.unit_verbs import UNIT_VERBS
from organizations.journal.verbs import VERBS
from organizations.ledgers.exporting import LEDGER_EXPORT
from organizations.ledgers.verbs import VERBS as LEDGER_VERBS
from organizations.outbox.desk import desk_lines
from organizations.outbox.words import MESSAGE_VERBS, REASONS
from organizations.record_notices import record_notices
from organizations.roles import Right

# One task a channel: a gateway that hangs keeps no mail waiting.
_SENDING = {
    f"send-{channel}": {
        "task": "kit.messages.tasks.send_messages_task",
        "args": [str(channel)],
        "schedule": timedelta(minutes=1),
        "options": {"expires": 55},
    }
    for channel in Channel
}

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
        Entry(
            "单位信息", "units", "people", needs=(Right.MANAGE_UNITS, Right.KEEP_CONTACTS), group="系统", also=("unit",)
        ),
        Entry("日志", "journal", "audit", needs=(Right.READ_LOG,), group="系统"),
        Entry("消息发送", "outbox", "send", needs=(Right.MANAGE_UNITS, Right.READ_LOG), group="系统"),
        Entry("我的账号", "account", "person", group="系统"),
        Entry("演示日期", "training", "calendar", group="系统", training_only=True),
    ),
    verbs=(*VERBS, *UNIT_VERBS, *MESSAGE_VERBS, *JOB_VERBS, *LEDGER_VERBS),
    reasons=REASONS,
    jobs=(LEDGER_EXPORT,),
    settings=(AT_ONCE,),
    feed=FEED,
    notices=lambda staff, on: [*desk_lines(staff, on), *record_notices(staff, on)],
    schedule={
        "sequence": {
            "task": "organizations.tasks.sequence_task",
            "schedule": timedelta(seconds=15),
            "options": {"expires": 60},
        },
        **_SENDING,
        "sweep-jobs": {
            "task": "organizations.tasks.sweep_jobs_task",
            "schedule": timedelta(seconds=SWEEP_SECONDS),
            "options": {"expires": SWEEP_SECONDS},
        },
        "clear-job-files": {
            "task": "organizations.tasks.clear_job_files_task",
            "schedule": timedelta(hours=3),
            "options": {"expires": 3600},
        },
    },
    printed=("print_permissions",),
    urls="organizations.urls",
    api="organizations.api.urls",
)
