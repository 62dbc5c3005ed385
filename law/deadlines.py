"""Every legal deadline: how many days, from what, for whom, by which article; and the date it falls on.

Three traps. Only the objection counts working days: 15, 30 and 60 "日" are calendar days. Only the review
leaves out the time of a hearing. The 60 days bind path six alone (`law.paths`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from law.calendar import Calendar
from law.counting import Count, DayCount, day_count, depends_on_notice, walk
from law.deadline_words import before_words, end_words, start_words
from law.local_rules import LocalRules
from law.periods import (
    DESIGNATED_ABOVE,
    HOUSE_RULE,
    Bearer,
    Pause,
    Period,
    Since,
    Unit,
    checked_days,
    checked_extension,
    in_range,
    paused_days,
)
from law.vocabulary import Duty

__all__ = [
    "PERIODS",
    "RULES_2022",
    "Bearer",
    "DayCount",
    "Explanation",
    "Pause",
    "Period",
    "Rules",
    "Since",
    "Unit",
    "due_on",
    "explain",
]

_DAY, _WORKDAY, _AGENCY, _PETITIONER = Unit.CALENDAR_DAY, Unit.WORKING_DAY, Bearer.AGENCY, Bearer.PETITIONER

PERIODS: dict[Duty, Period] = {
    Duty.DISPATCH_15D: Period(15, _DAY, Since.RECEIVED, "第二十二条第一款", _AGENCY),
    Duty.NOTICE_DIRECT_SPOT: Period(
        0, _DAY, Since.RECEIVED, "第二十三条第二款", _AGENCY, note="能够当场告知的，当场书面告知"
    ),
    Duty.NOTICE_DIRECT_15D: Period(15, _DAY, Since.RECEIVED, "第二十三条第二款", _AGENCY),
    Duty.NOTICE_REFERRED_15D: Period(15, _DAY, Since.HANDED_OVER, "第二十三条第三款", _AGENCY),
    Duty.OBJECTION_5WD: Period(
        5, _WORKDAY, Since.HANDED_OVER, "第二十三条第三款", _AGENCY, note="条例中唯一按工作日计算的期限"
    ),
    Duty.COMMISSION_FEEDBACK: Period(
        None,
        _DAY,
        Since.COMMISSIONED,
        "第二十二条第一款第三项",
        _AGENCY,
        note="条例未规定天数，由交办机关指定办理期限；未指定的不生成期限",
    ),
    Duty.SUPERIOR_REPORT: Period(
        None, _DAY, Since.COMMISSIONED, DESIGNATED_ABOVE, _AGENCY, note="上级交办时指定报告日期；没有指定的只记职责"
    ),
    Duty.HANDLE_60D: Period(
        60, _DAY, Since.ACCEPTED, "第三十四条", _AGENCY, extendable_by=30, note="只适用于第三十一条第六项的事项"
    ),
    Duty.PATH5_2M: Period(
        None,
        _DAY,
        Since.RECEIVED,
        "行政诉讼法第四十七条",
        _AGENCY,
        orientation=True,
        note="参照两个月（月数可以设置），只作提醒，不是条例的期限，不计超期",
    ),
    Duty.EXTEND_30D: Period(
        30, _DAY, Since.OLD_DUE_DATE, "第三十四条", _AGENCY, note="从原办理期限届满之日起算，累计不超过30日"
    ),
    Duty.SERVICE_3WD: Period(3, _WORKDAY, Since.ISSUED, HOUSE_RULE, _AGENCY, setting=True),
    Duty.REEXAM_REQ_30D: Period(30, _DAY, Since.ANSWER_RECEIVED, "第三十五条", _PETITIONER),
    Duty.REEXAM_30D: Period(30, _DAY, Since.REEXAM_REQUESTED, "第三十五条", _AGENCY),
    Duty.REVIEW_REQ_30D: Period(30, _DAY, Since.ANSWER_RECEIVED, "第三十六条第一款", _PETITIONER),
    Duty.REVIEW_30D: Period(
        30,
        _DAY,
        Since.REVIEW_REQUESTED,
        "第三十六条第一款",
        _AGENCY,
        pausable=True,
        note="听证所需时间不计算在内（第三十六条第二款）",
    ),
    Duty.REMAND_LIMIT: Period(
        None, _DAY, Since.REMANDED, "第三十五条", _AGENCY, note="条例未规定天数，由复查、复核机关指定重新办理的期限"
    ),
    Duty.URGENT_REPORT: Period(
        None, _DAY, Since.DISCOVERED, "第二十五条", _AGENCY, note="条例要求“及时”报告，未规定天数"
    ),
    Duty.SUGGESTION_FEEDBACK: Period(
        30, _DAY, Since.ADVISED, "第四十条第四款", _AGENCY, setting=True, note="条例未规定天数，按本系统设置的天数计算"
    ),
    Duty.ANNUAL_REPORT: Period(
        None, _DAY, Since.YEAR_END, "第四十一条第一款", _AGENCY, note="条例要求每年报告，未规定天数"
    ),
    Duty.OPEN_1WD: Period(
        1, _WORKDAY, Since.HANDED_OVER, HOUSE_RULE, _AGENCY, setting=True, note="只作提醒，不影响任何法定期限"
    ),
    Duty.REVOKE_15D: Period(
        15, _DAY, Since.WITHDRAWN, HOUSE_RULE, _PETITIONER, setting=True, note="信访人撤回后可以反悔的期限"
    ),
    Duty.PROMISE_DUE: Period(
        None, _DAY, Since.PROMISED, HOUSE_RULE, _AGENCY, note="条例未规定天数，由承诺人向信访人说定完成的日期"
    ),
}


@dataclass(frozen=True)
class Rules:
    """How this house reads the law where it is silent, and stricter local limits.

    ``overrides`` holds days per duty: never more than the Regulation's; ``local`` what else a place set. Raises Refused days_too_many, days_too_few.
    """

    roll_agency: bool = False
    version: str = "2022"
    overrides: Mapping[Duty, int] = field(default_factory=dict)
    local: LocalRules = field(default_factory=LocalRules)

    def __post_init__(self) -> None:
        for duty, days in self.overrides.items():
            checked_days(duty, PERIODS[duty], days)


RULES_2022 = Rules()


@dataclass(frozen=True)
class Explanation:
    """Why a date is what it is, day by day.

    ``provisional``: some of the days lie in a year without a notice of holidays. ``may_move``: that notice can
    still change the due date (never that of a period in calendar days which is not rolled).
    """

    duty: Duty
    starts_on: date
    due_on: date | None
    reason: str
    article: str
    provisional: bool
    may_move: bool
    days: tuple[DayCount, ...]


def _count(duty: Duty, days: int | None, extended: int, pauses: Iterable[Pause], rules: Rules) -> Count | None:
    """Return what is to be counted, None where nobody set a number of days."""
    period = PERIODS[duty]
    asked = days if days is not None else rules.overrides.get(duty, period.days)
    extended, paused = checked_extension(duty, period, extended), paused_days(duty, period, pauses)
    if asked is None:
        return None
    rolls = period.bearer is Bearer.PETITIONER or rules.roll_agency
    total = checked_days(duty, period, asked) + extended
    return Count(total, period.unit is Unit.WORKING_DAY, rolls, paused, extended)


def due_on(
    duty: Duty,
    starts_on: date,
    calendar: Calendar,
    *,
    days: int | None = None,
    extended_days: int = 0,
    pauses: Iterable[Pause] = (),
    rules: Rules = RULES_2022,
) -> date | None:
    """Return the last day of the period, None where neither the law nor anyone set a number of days.

    ``days`` is a designated or stricter number. Raises Refused: date_out_of_range, days_too_many, days_too_few,
    extension_not_allowed, extension_too_long, pause_not_allowed, pause_reversed.
    """
    in_range(starts_on)
    count = _count(duty, days, extended_days, pauses, rules)
    if count is None:
        return None
    *_, (last, _, _) = walk(count, starts_on, calendar)
    return last


def explain(
    duty: Duty,
    starts_on: date,
    calendar: Calendar,
    *,
    days: int | None = None,
    extended_days: int = 0,
    pauses: Iterable[Pause] = (),
    rules: Rules = RULES_2022,
) -> Explanation:
    """Return the same date as `due_on`, from the same walk, with each day and why it counts or not."""
    in_range(starts_on)
    period = PERIODS[duty]
    count = _count(duty, days, extended_days, pauses, rules)
    if count is None:
        reason = f"{period.note}{before_words(starts_on)}。"
        return Explanation(duty, starts_on, None, reason, period.article, False, False, ())
    steps = list(walk(count, starts_on, calendar))
    provisional = any(calendar.is_provisional(on) for on, _, _ in steps)
    may_move = depends_on_notice(steps, count, calendar)
    parts = [start_words(period, count, starts_on), end_words(count, steps, calendar)]
    if provisional:
        parts.append("所涉年份的放假通知尚未公布，" + ("日期暂定" if may_move else "但不影响这一日期"))
    reason = "；".join([*filter(None, parts), *([period.note] if period.note else [])]) + before_words(starts_on) + "。"
    return Explanation(
        duty,
        starts_on,
        steps[-1][0],
        reason,
        period.article,
        provisional,
        may_move,
        tuple(day_count(step, count, calendar) for step in steps),
    )
