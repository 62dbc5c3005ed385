"""The days people enter into the calendar: a holiday notice, a rest day worked, an entry taken back; all kept as versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from law.calendar import Calendar, DayOverride
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import DAYS_SET
from organizations.models import CalendarDay, SettingVersion, Staff
from organizations.settings_in_force import assert_manager, assert_why
from organizations.today import now
from organizations.vocabulary import DayChange
from organizations.working_days import working_calendar

# The key under which changes of the calendar stand among the versions of settings; valid_from is the first day.
KEY = "CALENDAR_DAYS"
MOST_DAYS = 31
MOST_AHEAD = timedelta(days=800)


@dataclass(frozen=True)
class DayEntry:
    """Some days in a row, what they become, and what they are called."""

    first: date
    last: date
    kind: DayChange
    name: str = ""

    @property
    def days(self) -> list[date]:
        """Return the days."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def assert_entry(entry: DayEntry, on: date) -> None:
    """Refuse days that cannot be entered. Raises Refused: days_reversed, days_past, days_too_many, days_too_far, day_unnamed."""
    if entry.last < entry.first:
        raise Refused("days_reversed", f"末日{entry.last}早于首日{entry.first}。")
    if entry.first < on:
        raise Refused("days_past", f"{entry.first}已经过去：已经过去的日子不再改动，那时的期限按当时的日历计算。")
    if (entry.last - entry.first).days >= MOST_DAYS:
        raise Refused("days_too_many", f"一次最多{MOST_DAYS}天，请分几次录入。")
    if entry.last > on + MOST_AHEAD:
        raise Refused("days_too_far", f"{entry.last}太远，请核对年份。")
    if entry.kind is not DayChange.CLEAR and not entry.name.strip():
        raise Refused("day_unnamed", "请写明是什么日子，如：国庆节。")


def calendar_with(entries: Sequence[DayEntry]) -> Calendar:
    """Return the calendar as it would be with these days."""
    overrides = dict(working_calendar().overrides)
    for entry in entries:
        for day in entry.days:
            overrides.pop(day, None)
            if entry.kind is not DayChange.CLEAR:
                works = entry.kind is DayChange.WORKDAY
                overrides[day] = DayOverride("workday" if works else "holiday", entry.name.strip())
    return Calendar(overrides)


def set_days(entry: DayEntry, *, why: str, by: Staff, on: date, moved: int) -> SettingVersion:
    """Put days into the calendar, or take entries back, and return the version that tells of it; ``moved`` is noted.

    Raises Refused: not_permitted, why_missing, and as `assert_entry`.
    """
    assert_manager(by)
    assert_entry(entry, on)
    why = assert_why(why)
    with transaction.atomic():
        CalendarDay.objects.filter(on__in=entry.days).delete()
        if entry.kind is not DayChange.CLEAR:
            CalendarDay.objects.bulk_create(
                CalendarDay(on=day, kind=str(entry.kind), name=entry.name.strip()) for day in entry.days
            )
        value = {
            "first": f"{entry.first}",
            "last": f"{entry.last}",
            "kind": str(entry.kind),
            "name": entry.name.strip(),
        }
        version = SettingVersion.objects.create(
            key=KEY, value=value, valid_from=entry.first, why=why, set_by=by, set_at=now()
        )
        note(DAYS_SET, by=by, about=version, first=entry.first, last=entry.last, kind=str(entry.kind), moved=moved)
    return version


def entered_days(since: date) -> list[CalendarDay]:
    """Return the days entered by people from a day on, in order."""
    return list(CalendarDay.objects.filter(on__gte=since).order_by("on"))


def changes_of_days(most: int = 50) -> list[SettingVersion]:
    """Return the latest changes of the calendar, the newest first."""
    return list(SettingVersion.objects.filter(key=KEY).select_related("set_by").order_by("-id")[:most])


def change_words(key: int) -> str:
    """Return a change of the calendar as the reason of a moved date: 日历调整：国办发明电〔2026〕5号."""
    found = SettingVersion.objects.filter(key=KEY, pk=key).first()
    return f"日历调整：{found.why[:60]}" if found else "日历调整"


def last_change() -> SettingVersion | None:
    """Return the latest change of the calendar, None where nobody has entered anything."""
    return SettingVersion.objects.filter(key=KEY).order_by("-id").first()
