"""期限计算器: the command, the public page and the API ask the same question of law.deadlines."""

import re
from datetime import date
from typing import Any

from law.deadlines import PERIODS, Explanation, explain
from law.errors import Refused
from law.vocabulary import Duty
from organizations.limits import legal_limits
from organizations.working_days import working_calendar


def calculate(code: str, starts_on: str, days: str | None = None) -> Explanation:
    """Return the due date of a duty from what was typed, with each day that leads to it.

    Raises Refused: duty_unknown, date_invalid, days_invalid, and what law.deadlines refuses.
    """
    duty, start, number = _duty(code), _date(starts_on), _days(days)
    return explain(duty, start, working_calendar(), days=number, rules=legal_limits().on(start))


def offered() -> list[Duty]:
    """Return the duties that have a number of days, or can be given one, in the order of the law."""
    return [duty for duty, period in PERIODS.items() if period.days != 0 and duty is not Duty.ANNUAL_REPORT]


def as_data(found: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data for programs."""
    return {
        "code": str(found.duty.value),
        "starts_on": found.starts_on.isoformat(),
        "due_on": found.due_on.isoformat() if found.due_on else None,
        "reason": found.reason,
        "article": found.article,
        "provisional": found.provisional,
        "days": [
            {"date": day.on.isoformat(), "counts": day.counts, "number": day.number, "why": day.why}
            for day in found.days
        ],
    }


def as_days(found: Explanation) -> list[dict[str, Any]]:
    """Return the days of an explanation as components/clock_days.html draws them."""
    return [
        {"date": day.on, "counts": day.counts, "number": day.number, "why": day.why, "due": day.on == found.due_on}
        for day in found.days
    ]


def _duty(code: str) -> Duty:
    try:
        return Duty(code.upper())
    except ValueError:
        known = "、".join(Duty)
        raise Refused("duty_unknown", f"没有期限代码“{code[:40]}”。可用的代码：{known}。") from None


def _date(text: str) -> date:
    try:
        # fromisoformat alone would also take 20260302 and week dates.
        return date.fromisoformat(text if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
    except ValueError:
        raise Refused("date_invalid", f"日期“{text[:40]}”不正确，日期写作 2026-03-02。") from None


def _days(text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"-?[0-9]{1,6}", text):
        raise Refused("days_invalid", f"天数“{text[:40]}”不正确，应为整数，如 20。")
    return int(text)
