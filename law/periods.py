"""What a legal period is made of, and what may be asked of one: fewer days, an extension, a pause."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law.calendar import ONE_DAY
from law.errors import Refused
from law.vocabulary import Duty
from law.words import Word

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
MAX_DESIGNATED_DAYS = 1000
# The day the Regulation came into force (Art. 50): what began before was begun under the rules of then.
IN_FORCE_SINCE = date(2022, 5, 1)
HOUSE_RULE = "本系统设置"
# No day of the law: the body above named it when it commissioned the matter.
DESIGNATED_ABOVE = "交办单位指定"


class Unit(Word):
    """日型: how the days of a period are counted."""

    CALENDAR_DAY = "calendar_day", "日"
    WORKING_DAY = "working_day", "个工作日"


class Bearer(Word):
    """义务人: an agency owes a duty, a petitioner has a window."""

    AGENCY = "agency", "机关、单位"
    PETITIONER = "petitioner", "信访人"


class Since(Word):
    """起算事件."""

    RECEIVED = "received", "收到信访事项"
    HANDED_OVER = "handed_over", "收到转送、交办的信访事项"
    COMMISSIONED = "commissioned", "交办"
    ACCEPTED = "accepted", "受理"
    OLD_DUE_DATE = "old_due_date", "原办理期限届满"
    ISSUED = "issued", "签发意见书"
    ANSWER_RECEIVED = "answer_received", "信访人收到书面答复"
    REEXAM_REQUESTED = "reexam_requested", "收到复查请求"
    REVIEW_REQUESTED = "review_requested", "收到复核请求"
    REMANDED = "remanded", "责令重新办理"
    DISCOVERED = "discovered", "发现或者接到"
    ADVISED = "advised", "收到建议"
    YEAR_END = "year_end", "年度终了"
    WITHDRAWN = "withdrawn", "确认撤回"
    PROMISED = "promised", "作出承诺"


@dataclass(frozen=True)
class Period:
    """One rule; ``days`` None where the law sets no number, then ``note`` says why.

    ``orientation``: taken from another law to remind by; lapsed, it is no breach of the Regulation.
    """

    days: int | None
    unit: Unit
    since: Since
    article: str
    bearer: Bearer
    pausable: bool = False
    extendable_by: int = 0
    setting: bool = False
    orientation: bool = False
    note: str = ""


@dataclass(frozen=True)
class Pause:
    """Days that do not count, both ends included."""

    first: date
    last: date


def begun_before_the_regulation(starts_on: date) -> bool:
    """Tell whether a period began before the Regulation came into force (Art. 50)."""
    return starts_on < IN_FORCE_SINCE


def in_range(*days: date) -> None:
    """Raise Refused date_out_of_range for a date before 1990 or after 2100."""
    for day in days:
        if not FIRST_DAY <= day <= LAST_DAY:
            text = f"日期{day.isoformat()}超出可计算的范围：{FIRST_DAY.isoformat()}至{LAST_DAY.isoformat()}。"
            raise Refused("date_out_of_range", text)


def checked_days(duty: Duty, period: Period, days: int) -> int:
    """Return days, or raise Refused days_too_many, days_too_few: no number may exceed the Regulation's."""
    limit = MAX_DESIGNATED_DAYS if period.days is None or period.setting else period.days
    if days > limit:
        text = f"“{duty.label}”的期限最长{limit}{period.unit.label}，不能定为{days}{period.unit.label}。"
        raise Refused("days_too_many", text, period.article)
    if days < min(1, limit):
        raise Refused("days_too_few", f"“{duty.label}”的期限须是1至{limit}{period.unit.label}。", period.article)
    return days


def checked_extension(duty: Duty, period: Period, days: int) -> int:
    """Return the days of all extensions together, or raise Refused extension_not_allowed, extension_too_long."""
    if days and not period.extendable_by:
        text = f"“{duty.label}”的期限不能延长，只有六十日的办理期限可以延长。"
        raise Refused("extension_not_allowed", text, "第三十四条")
    if not 0 <= days <= period.extendable_by:
        text = f"延期合计不得超过{period.extendable_by}日，现为{days}日。"
        raise Refused("extension_too_long", text, "第三十四条")
    return days


def paused_days(duty: Duty, period: Period, pauses: Iterable[Pause]) -> frozenset[date]:
    """Return the days that do not count (Art. 36), or raise Refused pause_not_allowed, pause_reversed."""
    pauses = tuple(pauses)
    if pauses and not period.pausable:
        text = f"“{duty.label}”的期限不停止计算，只有复核可以扣除听证所需时间。"
        raise Refused("pause_not_allowed", text, "第三十六条第二款")
    for pause in pauses:
        in_range(pause.first, pause.last)
        if pause.last < pause.first:
            text = f"听证结束日{pause.last.isoformat()}早于开始日{pause.first.isoformat()}。"
            raise Refused("pause_reversed", text, "第三十六条第二款")
    return frozenset(p.first + ONE_DAY * n for p in pauses for n in range((p.last - p.first).days + 1))
