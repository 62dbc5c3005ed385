"""The room of units and people: what it adds to the house."""

from datetime import timedelta

from kit.rooms import Entry, Room
from organizations.feed.sources import FEED
from organizations.jobs.verbs import VERBS as JOB_VERBS
from organizations.jobs.working import AT_ONCE, SWEEP_SECONDS
from organizations.journal.verbs import VERBS
from organizations.ledgers.exporting import LEDGER_EXPORT
from organizations.ledgers.verbs import VERBS as LEDGER_VERBS
from organizations.roles import Right

ROOM = Room(
    name="organizations",
    label="机构与人员",
    floor=1,
    nav=(
        Entry("权限一览", "permissions", "shield", group="系统"),
        Entry("期限标准", "limits", "book", group="系统"),
        Entry("期限计算器", "calculator", "calendar", group="系统"),
        Entry("日志", "journal", "audit", needs=(Right.READ_LOG,), group="系统"),
        Entry("我的账号", "account", "person", group="系统"),
        Entry("演示日期", "training", "calendar", group="系统", training_only=True),
    ),
    verbs=(*VERBS, *JOB_VERBS, *LEDGER_VERBS),
    jobs=(LEDGER_EXPORT,),
    settings=(AT_ONCE,),
    feed=FEED,
    schedule={
        "sequence": {
            "task": "organizations.tasks.sequence_task",
            "schedule": timedelta(seconds=15),
            "options": {"expires": 60},
        },
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
