"""What the warnings add to the room: one value a kind of thing."""

from celery.schedules import crontab

from cases.sight.hanging import Hanging
from kit.rooms import Entry, Panel, Tile
from law.vocabulary import Act
from organizations.roles import Right
from supervision.warnings.auditing import last_audit
from supervision.warnings.progress import PROGRESS, PROGRESS_TOLD
from supervision.warnings.reading import unanswered
from supervision.warnings.settings import SETTINGS as THRESHOLDS
from supervision.warnings.silencing import SILENCE_DAYS
from supervision.warnings.stock import take_stock
from supervision.warnings.telling import WARNED_OF
from supervision.warnings.verbs import VERBS as VERBS
from supervision.warnings.views import read_proof

# Whoever has a part in handling cases may be told; who only reads them (an analyst) never is.
_TOLD = (Right.WORK_OWNED, Act.REGISTER)
NAV = (Entry("预警", "supervision:warnings", "bell", needs=_TOLD, group="我的工作"),)
TILES = (
    Tile("超期待知悉", unanswered, "supervision:warnings", "告知您的超期预警，您还没有知悉的", needs=_TOLD, tone="red"),
)
PANELS = (Panel("预警证明", "supervision/warnings/_proof.html", read_proof, icon="bell"),)
_ON_A_LEG = Hanging("case", "leg__held_accusation")
HANGING = {"alert": _ON_A_LEG, "alertsilence": _ON_A_LEG}
REASONS = (WARNED_OF, PROGRESS_TOLD)
SETTINGS = (*THRESHOLDS.values(), SILENCE_DAYS, PROGRESS)
# In how many places the last nightly audit found that somebody was not warned, or warned without being owed it.
HEALTH = {"warning_differences": last_audit}
# What was loaded past the acts stands in the history of dates as it is.
seed = take_stock
SCHEDULE = {
    # Between eight and six; on rest days the task itself does nothing.
    "warn": {
        "task": "supervision.warnings.tasks.warn_task",
        "schedule": crontab(minute="5,35", hour="8-17"),
        "options": {"expires": 1500},
    },
    "tell-progress": {
        "task": "supervision.warnings.tasks.tell_progress_task",
        "schedule": crontab(minute="20", hour="9-17"),
        "options": {"expires": 3000},
    },
    "audit-warnings": {
        "task": "supervision.warnings.tasks.audit_warnings_task",
        "schedule": crontab(hour=4, minute=10),
        "options": {"expires": 3600},
    },
}
