"""What a place may set beside stricter periods: local grounds, the simplified procedure, days between units; all off by default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from law.calendar import Calendar
from law.counting import Count, walk
from law.errors import Refused
from law.vocabulary import Duty

LOCAL = "地方规定"
# 简易办理: working days per duty as remembered from a trial measure whose text was not found; a place sets its own.
SIMPLE_DAYS: dict[Duty, int] = {
    Duty.DISPATCH_15D: 3,
    Duty.NOTICE_DIRECT_15D: 3,
    Duty.NOTICE_REFERRED_15D: 3,
    Duty.HANDLE_60D: 10,
}
# No legal clock depends on these: when another unit is asked for something, and when it has to ask its own superior.
REPLY_WORKING_DAYS, SUPERIOR_WORKING_DAYS = 5, 3
MOST_SIMPLE_DAYS = 60


@dataclass(frozen=True)
class LocalRules:
    """``grounds``: codes of the local grounds in use; ``simple``: working days per duty, empty where it is off."""

    grounds: frozenset[str] = frozenset()
    simple: Mapping[Duty, int] = field(default_factory=dict)
    reply_days: int = REPLY_WORKING_DAYS
    superior_days: int = SUPERIOR_WORKING_DAYS

    def __post_init__(self) -> None:
        if self.reply_days < 1 or self.superior_days < 1:
            raise Refused("days_unfit", "请求其他单位回复、请示上级的天数至少为1个工作日。", LOCAL)
        for duty, days in self.simple.items():
            if duty not in SIMPLE_DAYS:
                raise Refused("days_unfit", f"简易办理不涉及“{duty.label}”的期限。", LOCAL)
            if not 1 <= days <= MOST_SIMPLE_DAYS:
                raise Refused(
                    "days_unfit",
                    f"简易办理“{duty.label}”应在1至{MOST_SIMPLE_DAYS}个工作日之间，现为{days}个工作日。",
                    LOCAL,
                )


def working_days_after(start: date, days: int, calendar: Calendar) -> date:
    """Return the last of so many working days, the day of the start not counted."""
    *_, (last, _, _) = walk(Count(days, working=True, rolls=False), start, calendar)
    return last
