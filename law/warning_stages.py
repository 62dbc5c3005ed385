"""When a due date warns, in which colour, and how far up: pure rules over working days; no Django.

A threshold is a number of working days left: 3 is three before the day, 0 the day itself, -1 the first after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from law.calendar import ONE_DAY, Calendar
from law.words import Word

MOST_BEFORE, MOST_AFTER, MOST_STAGES = 60, 250, 12


class Colour(Word):
    """预警的颜色."""

    BLUE = "blue", "蓝色"
    YELLOW = "yellow", "黄色"
    ORANGE = "orange", "橙色"
    RED = "red", "红色"


class Level(IntEnum):
    """Who is told, the nearest first; who stands higher is told later, and nobody before him is left out then."""

    HANDLER = 0
    HEAD = 1
    OFFICE = 2
    LEADER = 3
    # Of what accuses somebody nobody else is told, however late it is (Art. 30).
    SEALED_DESK = 9

    @property
    def label(self) -> str:
        """Return the Chinese word for a level."""
        return {0: "承办人员", 1: "单位负责人", 2: "督查人员", 3: "包案领导", 9: "检举控告专管员"}[self]


@dataclass(frozen=True)
class Stage:
    """One threshold that a due date has reached."""

    threshold: int
    colour: Colour
    up_to: Level


def thresholds_of(words: str) -> tuple[int, ...]:
    """Return the thresholds that a text names, the earliest first: 5,3,1,0,-1,-5. Raises ValueError: no such list."""
    found = [int(part) for part in words.replace("，", ",").split(",") if part.strip()]
    fits = all(-MOST_AFTER <= each <= MOST_BEFORE for each in found) and len(found) <= MOST_STAGES
    if not fits or found != sorted(set(found), reverse=True):
        raise ValueError(words)
    return tuple(found)


def wrong_thresholds(words: str) -> str:
    """Return what is wrong with such a text, in words; nothing where it can be read."""
    try:
        thresholds_of(words)
    except ValueError:
        return "应为从大到小、用逗号隔开的整数，如5,3,1,0,-1,-5：到期前几个工作日，0是当天，负数是超期后第几个工作日"
    return ""


def working_days_left(due_on: date, today: date, calendar: Calendar) -> int:
    """Return how many working days are left after today until a day, itself included; below zero: how many it is over.

    A last day that is a rest day is reached on the working day before it.
    """
    first, last = min(due_on, today), max(due_on, today)
    days = sum(calendar.is_working(first + ONE_DAY * number) for number in range(1, (last - first).days + 1))
    return days if due_on > today else -days


def stage_of(thresholds: Sequence[int], due_on: date, today: date, calendar: Calendar) -> Stage | None:
    """Return the last threshold that a due date has reached, with its colour and who is told; None: it is not near yet."""
    left = working_days_left(due_on, today, calendar)
    reached = [each for each in thresholds if left <= each]
    return stage_at(thresholds, reached[-1]) if reached else None


def stage_at(thresholds: Sequence[int], threshold: int) -> Stage:
    """Return colour and audience of one threshold: with each of those after the due date somebody higher is told."""
    if threshold < 0:
        after = [each for each in thresholds if each < 0].index(threshold)
        return Stage(threshold, Colour.RED, Level(min(after + 1, Level.LEADER)))
    if threshold <= 1:
        return Stage(threshold, Colour.ORANGE, Level.HEAD)
    return Stage(threshold, Colour.YELLOW if threshold <= 3 else Colour.BLUE, Level.HANDLER)


def last_day_of(threshold: int, today: date, calendar: Calendar) -> date:
    """Return the latest due date that has reached a threshold today: every earlier one has, too."""
    day, counted = today, 0
    if threshold < 0:
        while counted < -threshold:
            counted += calendar.is_working(day)
            day -= ONE_DAY
        return day
    while True:
        counted += calendar.is_working(day + ONE_DAY)
        if counted > threshold:
            return day
        day += ONE_DAY
