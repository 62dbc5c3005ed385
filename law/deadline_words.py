"""Why a date is the date it is, in words: from when it counts, how many days, where it ends."""

from datetime import date

from law.calendar import Calendar
from law.counting import Count, Day
from law.periods import IN_FORCE_SINCE, Period, begun_before_the_regulation


def before_words(starts_on: date) -> str:
    """Return that a duty began before the Regulation was in force (Art. 50); "" of any other."""
    if not begun_before_the_regulation(starts_on):
        return ""
    return f"；起算日早于《信访工作条例》施行之日（{IN_FORCE_SINCE}，第五十条），当时适用《信访条例》，日期只供参照"


def start_words(period: Period, count: Count, starts_on: date) -> str:
    """Return from when a duty counts, and how many days."""
    if not count.days:
        return f"{period.since.label}当日（{starts_on.isoformat()}）办理"
    paused = "，扣除听证所需时间" if count.paused else ""
    length = f"{count.days}{period.unit.label}"
    if count.extended:
        length += f"（{count.days - count.extended}{period.unit.label}，经批准延长{count.extended}{period.unit.label}）"
    return f"自{period.since.label}之日（{starts_on.isoformat()}）起{length}，当日不计入{paused}"


def end_words(count: Count, steps: list[Day], calendar: Calendar) -> str:
    """Return on which day a duty falls due; "" of one of no days."""
    last, number, _ = steps[-1]
    if not count.days:
        return ""
    if number is None:
        nominal = next(on for on, place, _ in steps if place == count.days)
        return f"届满日{nominal.isoformat()}是休息日，顺延到{last.isoformat()}"
    rest = "（休息日，机关的期限不顺延）" if not calendar.is_working(last) else ""
    return f"{last.isoformat()}届满{rest}"
