"""Which days are working days (《全国年节及纪念日放假办法》); no Django.

The base are the official notices in the `chinesecalendar` package; overrides entered by people come on top.
A year without a notice is computed by rule and marked provisional: weekends, the statutory days, and a day
off on the next weekday for each statutory day that falls on a weekend. Make-up workdays cannot be foreseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Literal

from chinese_calendar import holidays, workdays

from law.festivals import MOVING_FESTIVALS

ONE_DAY = timedelta(days=1)
SATURDAY = 5
WEEKEND = {5: "星期六", 6: "星期日"}
# The package names festivals in English; an unknown name is shown as it is.
_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}
# Worked by the notice of 2006 for 元旦; missing in the package.
_MISSING_WORKDAYS = {date(2005, 12, 31): "元旦"}


@dataclass(frozen=True)
class DayOverride:
    """A day that people entered: a rest day or a workday, with the name of its festival."""

    kind: Literal["holiday", "workday"]
    name: str = ""


@dataclass(frozen=True)
class _Year:
    """One year's special days; every other day is a working day from Monday to Friday."""

    rest: Mapping[date, str]
    work: Mapping[date, str]
    provisional: bool


def _runs(year: int) -> list[tuple[str, date, int]]:
    """Return (festival, first day, number of days) in force in that year; moving ones only where known."""
    may = 2 if year >= 2025 else 3 if year >= 2000 else 1
    october = 3 if year >= 2000 else 2
    fixed = (("元旦", 1, 1), ("劳动节", 5, may), ("国庆节", 10, october))
    runs = [(name, date(year, month, 1), days) for name, month, days in fixed]
    if year not in MOVING_FESTIVALS:
        return runs
    spring, tomb, boat, moon = (date(year, *divmod(number, 100)) for number in MOVING_FESTIVALS[year])
    if year < 2008:
        return [*runs, ("春节", spring, 3)]
    # Since 2025 Spring Festival has four days: New Year's Eve and the first three.
    single = [("清明节", tomb, 1), ("端午节", boat, 1), ("中秋节", moon, 1)]
    return [*runs, ("春节", spring - ONE_DAY, 4), *single]


def _by_rule(year: int) -> dict[date, str]:
    """Return the statutory days of a year, and one weekday off for each that falls on a weekend."""
    rest = {start + ONE_DAY * n: name for name, start, days in _runs(year) for n in range(days)}
    for day, name in sorted(rest.items()):
        if day.weekday() < SATURDAY:
            continue
        while day in rest or day.weekday() >= SATURDAY:
            day += ONE_DAY
        rest[day] = name
    return rest


@cache
def _base(year: int) -> _Year:
    """Return the published days of a year, or the computed ones where there is no notice."""
    # National Day tells a whole notice from a stray date of the next year.
    if year >= 2004 and date(year, 10, 1) in holidays:
        rest = {day: _NAMES.get(name, name) for day, name in holidays.items() if day.year == year}
        known = (*workdays.items(), *_MISSING_WORKDAYS.items())
        work = {day: _NAMES.get(name, name) for day, name in known if day.year == year}
        return _Year(rest, work, provisional=False)
    return _Year(_by_rule(year), {}, provisional=True)


def _work_words(name: str) -> str:
    return f"调休上班（{name}）" if name else "调休上班"


@dataclass(frozen=True)
class Calendar:
    """Working days and rest days; any date is answered, without a notice provisionally.

    A year without a notice counts as published once the overrides name every festival of it.
    """

    overrides: Mapping[date, DayOverride] = field(default_factory=dict)
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Tell whether people work on this day."""
        override = self.overrides.get(day)
        if override is not None:
            return override.kind == "workday"
        year = self._year(day.year)
        return day in year.work or (day.weekday() < SATURDAY and day not in year.rest)

    def is_provisional(self, day: date) -> bool:
        """Tell whether a later notice may still change this day."""
        return day not in self.overrides and self._year(day.year).provisional

    def why(self, day: date) -> str:
        """Say in Chinese words what kind of day this is."""
        override, year = self.overrides.get(day), self._year(day.year)
        if override is not None:
            return _work_words(override.name) if override.kind == "workday" else f"{override.name}放假"
        if day in year.work:
            return _work_words(year.work[day])
        if day in year.rest:
            return f"{year.rest[day]}放假" + ("（推算）" if year.provisional else "")
        return WEEKEND.get(day.weekday(), "工作日")

    def next_working(self, day: date) -> date:
        """Return the first working day after this day."""
        day += ONE_DAY
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def _year(self, year: int) -> _Year:
        known = self._years.get(year)
        if known is None:
            known = _base(year)
            if known.provisional and self._covers(year):
                known = _Year({}, {}, provisional=False)
            self._years[year] = known
        return known

    def _covers(self, year: int) -> bool:
        # One day entered early must not make a whole year look published.
        return year in MOVING_FESTIVALS and all(start in self.overrides for _, start, _ in _runs(year))
