"""A whole holiday notice as text: a line a day with date, kind and name; what cannot be read is told by its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.days import day_found
from law.calendar import Calendar
from law.errors import Refused
from organizations.calendar_days import MOST_DAYS, DayEntry, assert_entry
from organizations.vocabulary import DayChange

MOST_LINES = 400
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00:00)?", re.ASCII)
_BETWEEN = re.compile(r"[,，\t;；]")
_KINDS = {
    "放假": DayChange.HOLIDAY,
    "休息": DayChange.HOLIDAY,
    "调休上班": DayChange.WORKDAY,
    "上班": DayChange.WORKDAY,
}
_HEADER = "日期"


@dataclass(frozen=True)
class HolidayNotice:
    """What a notice enters, days in a row together, and what is wrong with it, line by line."""

    entries: list[DayEntry]
    faults: list[str]


def read_notice(text: str, on: date) -> HolidayNotice:
    """Read a notice on a day; nothing is entered."""
    found: dict[date, tuple[int, DayEntry]] = {}
    faults = []
    for number, cells in _lines(text):
        try:
            entry = _entry(cells, on)
            if entry.first in found:
                raise Refused("day_twice", f"{entry.first}在第{found[entry.first][0]}行已经有了，请留一行。")
            found[entry.first] = (number, entry)
        except Refused as refused:
            faults.append(f"第{number}行：{refused.message}")
    if not found and not faults:
        faults = ["没有可以录入的行。每行写日期、性质（放假或者调休上班）、名称，例如：2027-02-06，放假，春节。"]
    if len(text.splitlines()) > MOST_LINES:
        faults = [f"最多{MOST_LINES}行，请分几次录入。"]
    return HolidayNotice(_joined([entry for _, entry in found.values()]), faults)


def changes_in(entry: DayEntry, calendar: Calendar) -> int:
    """Return how many of these days become another kind of day than they are on a calendar."""
    works = entry.kind is DayChange.WORKDAY
    return sum(calendar.is_working(day) != works for day in entry.days)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        cells = [cell.strip() for cell in _BETWEEN.split(line)]
        if any(cells) and cells[0] != _HEADER:
            yield number, cells


def _entry(cells: list[str], on: date) -> DayEntry:
    first, kind, name = (*cells, "", "")[:3]
    day, change = _day(first), _KINDS.get(kind)
    if change is None:
        raise Refused("kind_unclear", f"性质“{kind[:20]}”看不懂，只能写“放假”或者“调休上班”。")
    if len(name) > 40:
        raise Refused("name_too_long", "名称最多40字。")
    entry = DayEntry(day, day, change, name)
    assert_entry(entry, on)
    return entry


def _day(text: str) -> date:
    if day := day_found(_DAY.fullmatch(text)):
        return day
    raise Refused("day_unclear", f"日期“{text[:20]}”看不懂，请写成2027-02-06或者2027年2月6日，每行一天。")


def _joined(entries: list[DayEntry]) -> list[DayEntry]:
    joined: list[DayEntry] = []
    for entry in sorted(entries, key=lambda each: each.first):
        last = joined[-1] if joined else None
        if last and _follows(last, entry):
            joined[-1] = replace(last, last=entry.last)
        else:
            joined.append(entry)
    return joined


def _follows(last: DayEntry, entry: DayEntry) -> bool:
    same = (last.kind, last.name) == (entry.kind, entry.name)
    return same and last.last + timedelta(days=1) == entry.first and len(last.days) < MOST_DAYS
