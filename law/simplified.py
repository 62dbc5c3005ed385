"""简易办理: working days set by a place for simple cases; a date under it is never later than the Regulation's."""

from dataclasses import replace
from datetime import date

from law.calendar import Calendar
from law.counting import Count, day_count, depends_on_notice, walk
from law.deadlines import Explanation


def sooner(whole: Explanation, days: int | None, calendar: Calendar) -> Explanation:
    """Return the explanation of a period shortened to so many working days, or ``whole`` where that is not later.

    The start is the same: a case that turns out not to be simple goes back to ``whole``, counted from there.
    """
    if not days:
        return whole
    count = Count(days, working=True, rolls=False)
    steps = list(walk(count, whole.starts_on, calendar))
    last: date = steps[-1][0]
    if whole.due_on is not None and whole.due_on <= last:
        return whole
    legal = f"；条例的期限到{whole.due_on.isoformat()}" if whole.due_on else ""
    return replace(
        whole,
        due_on=last,
        provisional=any(calendar.is_provisional(on) for on, _, _ in steps),
        reason=f"简易办理：自{whole.starts_on.isoformat()}起{days}个工作日，当日不计入；{last.isoformat()}届满{legal}。",
        may_move=depends_on_notice(steps, count, calendar),
        days=tuple(day_count(step, count, calendar) for step in steps),
    )
