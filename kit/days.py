"""A day in words, said one way everywhere."""

from datetime import date
from re import Match

_WEEK = "一二三四五六日"


def day_words(day: date | None, unknown: str = "") -> str:
    """Return a day as people and letters write it, 2026年3月2日; ``unknown`` where there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else unknown


def day_found(found: Match[str] | None) -> date | None:
    """Return the day whose year, month and day a pattern has found; None where it found none, or there is no such day."""
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def weekday_words(day: date) -> str:
    """Return a day with its day of the week."""
    return f"{day_words(day)} 星期{_WEEK[day.weekday()]}"
