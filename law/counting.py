"""How days are counted, one walk for every date and every explanation (民法典第二百零一条、第二百零三条)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from law.calendar import ONE_DAY, Calendar


class Cause(Enum):
    """Why a day counts or not."""

    START = "起算当日，不计入（民法典第二百零一条）"
    SAME_DAY = "当日办理"
    COUNTED = "计入"
    REST = "不是工作日，不计入"
    PAUSED = "听证占用，不计入（第三十六条第二款）"
    ROLLED = "届满日遇休息日，继续顺延（民法典第二百零三条）"
    ROLLED_TO = "顺延到休息日后的第一个工作日（民法典第二百零三条）"


@dataclass(frozen=True)
class DayCount:
    """One day of an explanation: `number` is its place in the period, None where it does not count."""

    on: date
    counts: bool
    number: int | None
    why: str


@dataclass(frozen=True)
class Count:
    """What is counted: how many days, working or calendar, days left out, rolled past rest days or not.

    ``extended``: how many of the days, the last ones, were added by an extension.
    """

    days: int
    working: bool
    rolls: bool
    paused: frozenset[date] = frozenset()
    extended: int = 0


Day = tuple[date, int | None, Cause]


def walk(count: Count, starts_on: date, calendar: Calendar) -> Iterator[Day]:
    """Yield every day from the start to the due date, which is the last one."""
    if count.days == 0:
        yield starts_on, None, Cause.SAME_DAY
        return
    yield starts_on, None, Cause.START
    day, number = starts_on, 0
    while number < count.days:
        day += ONE_DAY
        if day in count.paused:
            yield day, None, Cause.PAUSED
        elif count.working and not calendar.is_working(day):
            yield day, None, Cause.REST
        else:
            number += 1
            yield day, number, Cause.COUNTED
    while count.rolls and not calendar.is_working(day):
        day += ONE_DAY
        yield day, None, Cause.ROLLED_TO if calendar.is_working(day) else Cause.ROLLED


def day_count(day: Day, count: Count, calendar: Calendar) -> DayCount:
    """Put one day of the walk into words."""
    on, number, cause = day
    kind = calendar.why(on)
    if cause is not Cause.COUNTED:
        return DayCount(on, cause is Cause.SAME_DAY, None, f"{kind}；{cause.value}")
    how = "计入" if count.working or calendar.is_working(on) else "按自然日计入"
    if number is not None and number > count.days - count.extended:
        how += f"（延长的第{number - count.days + count.extended}日）"
    return DayCount(on, True, number, f"{kind}；{how}")


def depends_on_notice(days: list[Day], count: Count, calendar: Calendar) -> bool:
    """Tell whether a notice of holidays not yet published may still move the last day."""
    if count.working:
        return any(calendar.is_provisional(on) for on, _, _ in days[1:])
    if not count.rolls or count.days == 0:
        return False
    last = next(place for place, (_, number, _) in enumerate(days) if number == count.days)
    return any(calendar.is_provisional(on) for on, _, _ in days[last:])
